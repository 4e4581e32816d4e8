//! Owner, mode and other rights of files: one that replaces another gets those of the former.

#[cfg(not(unix))]
use std::fs::{self, Permissions};
use std::fs::{File, Metadata};
use std::path::Path;

#[cfg(unix)]
pub(super) use unix::{copy, for_owner_alone, is_protected, mark, of_new_file, unmark};

#[cfg(unix)]
mod unix {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    use rustix::buffer::spare_capacity;
    use rustix::fs::{
        Access, XattrFlags, access, flistxattr, fremovexattr, fsetxattr, getxattr, listxattr,
    };
    use rustix::io::Errno;

    use super::{File, Metadata, Path};

    /// Whether the file is marked as read-only, or is not the user's to write to.
    pub fn is_protected(path: &Path, data: &Metadata) -> bool {
        data.permissions().readonly() || access(path, Access::WRITE_OK) == Err(Errno::ACCESS)
    }

    /// What the system gives to new files.
    pub fn of_new_file(builder: &mut tempfile::Builder<'_, '_>) {
        builder.permissions(Permissions::from_mode(0o666));
    }

    /// Lets nobody else into a folder of the program's own.
    pub fn for_owner_alone(folder: &Path) {
        let _ = fs::set_permissions(folder, Permissions::from_mode(0o700));
    }

    /// Gives a new file, which only its owner may read so far, the owner, the group, the attributes
    /// (lists of access among them) and the mode of the one at `from`. What the system does not
    /// allow is left out: then fewer may read the new file, never more.
    pub fn copy(from: &Path, old: &Metadata, to: &File) {
        let Ok(new) = to.metadata() else { return };
        // Only the administrator may give a file away.
        let owned = new.uid() == old.uid() || fchown(to, Some(old.uid()), None).is_ok();
        let grouped = new.gid() == old.gid() || fchown(to, None, Some(old.gid())).is_ok();
        let former = Former {
            owner: (!owned).then(|| old.uid()),
            group: (!grouped).then(|| old.gid()),
        };
        let listed = attributes(from, to, &former);
        let mode = old.mode() & 0o7777;
        // Another group gets no more than anyone. A list of access says so itself, and of its own the mode
        // only tells how much anyone in it can have.
        let mode = if grouped || listed {
            mode
        } else {
            (mode & 0o1707) | ((mode & 0o007) << 3)
        };
        let _ = to.set_permissions(Permissions::from_mode(mode));
    }

    /// A file that is marked as read-only is replaced like any other.
    pub fn unmark(_: &Path, _: Option<&Metadata>) -> Option<Permissions> {
        None
    }

    pub fn mark(_: &Path, _: Option<Permissions>) {}

    /// Whether a list of access was among them.
    fn attributes(from: &Path, to: &File, former: &Former) -> bool {
        /// No attribute, and no list of their names, is longer on Linux.
        const LONGEST: usize = 64 * 1024;
        let mut list = Vec::with_capacity(LONGEST);
        let mut given = Vec::with_capacity(LONGEST);
        if listxattr(from, spare_capacity(&mut list)).is_err()
            || flistxattr(to, spare_capacity(&mut given)).is_err()
        {
            return false;
        }
        let mut listed = false;
        let wanted = || {
            list.split(|&byte| byte == 0)
                .filter(|name| !name.is_empty())
        };
        // A folder can give its new files a list of access that the old file did not have.
        for name in given
            .split(|&byte| byte == 0)
            .filter(|name| !name.is_empty())
        {
            if !wanted().any(|kept| kept == name) {
                let _ = fremovexattr(to, name);
            }
        }
        for name in wanted() {
            let mut value = Vec::with_capacity(LONGEST);
            if getxattr(from, name, spare_capacity(&mut value)).is_ok() {
                let is_list = name == ACCESS;
                if is_list {
                    value = former.keep_in(&value).unwrap_or(value);
                }
                let set = fsetxattr(to, name, &value, XattrFlags::empty());
                listed |= is_list && set.is_ok();
            }
        }
        listed
    }

    /// The attribute that Linux keeps a list of access in.
    const ACCESS: &[u8] = b"system.posix_acl_access";

    /// Whose the file was, where that cannot be kept.
    struct Former {
        owner: Option<u32>,
        group: Option<u32>,
    }

    impl Former {
        /// A list of access in which they may still do what they could, and the new group no more than
        /// anyone; `None` where the list is not as it should be.
        fn keep_in(&self, list: &[u8]) -> Option<Vec<u8>> {
            /// What an entry is of, in the order of a list.
            const OWNER: u16 = 1;
            const USER: u16 = 2;
            const OWN_GROUP: u16 = 4;
            const GROUP: u16 = 8;
            const ANYONE: u16 = 32;
            let (version, list) = list.split_first_chunk::<4>()?;
            let (list, []) = list.as_chunks::<8>() else {
                return None;
            };
            let mut entries: Vec<(u16, u32, u16)> = list
                .iter()
                .map(|&[t0, t1, r0, r1, i0, i1, i2, i3]| {
                    let id = u32::from_le_bytes([i0, i1, i2, i3]);
                    (
                        u16::from_le_bytes([t0, t1]),
                        id,
                        u16::from_le_bytes([r0, r1]),
                    )
                })
                .collect();
            let rights = |entries: &[(u16, u32, u16)], of: u16| {
                entries
                    .iter()
                    .find(|entry| entry.0 == of)
                    .map(|entry| entry.2)
            };
            let (owner, group) = (rights(&entries, OWNER)?, rights(&entries, OWN_GROUP)?);
            let anyone = rights(&entries, ANYONE)?;
            for (id, tag, could) in [(self.owner, USER, owner), (self.group, GROUP, group)] {
                let Some(id) = id else { continue };
                if !entries.iter().any(|entry| (entry.0, entry.1) == (tag, id)) {
                    entries.push((tag, id, could));
                }
            }
            if self.group.is_some() {
                for entry in &mut entries {
                    if entry.0 == OWN_GROUP {
                        entry.2 = anyone;
                    }
                }
            }
            entries.sort_unstable();
            let mut kept = version.to_vec();
            for (tag, id, rights) in entries {
                kept.extend(tag.to_le_bytes());
                kept.extend(rights.to_le_bytes());
                kept.extend(id.to_le_bytes());
            }
            Some(kept)
        }
    }
}

#[cfg(not(unix))]
pub(super) fn is_protected(_: &Path, data: &Metadata) -> bool {
    data.permissions().readonly()
}

#[cfg(not(unix))]
pub(super) fn of_new_file(_: &mut tempfile::Builder<'_, '_>) {}

#[cfg(not(unix))]
pub(super) fn for_owner_alone(_: &Path) {}

#[cfg(not(unix))]
pub(super) fn copy(_: &Path, _: &Metadata, _: &File) {}

/// Takes the mark of a read-only file away, which keeps it from being replaced; gives it back to be
/// put on again.
#[cfg(not(unix))]
pub(super) fn unmark(path: &Path, old: Option<&Metadata>) -> Option<Permissions> {
    let marked = old
        .map(Metadata::permissions)
        .filter(Permissions::readonly)?;
    let mut plain = marked.clone();
    #[allow(
        clippy::permissions_set_readonly_false,
        reason = "here it is one mark, and nobody's rights"
    )]
    plain.set_readonly(false);
    fs::set_permissions(path, plain).ok().map(|()| marked)
}

/// Marks a file again, whether it is the old one or the new.
#[cfg(not(unix))]
pub(super) fn mark(path: &Path, marked: Option<Permissions>) {
    if let Some(marked) = marked {
        let _ = fs::set_permissions(path, marked);
    }
}
