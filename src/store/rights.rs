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
        if new.uid() != old.uid() {
            let _ = fchown(to, Some(old.uid()), None);
        }
        let grouped = new.gid() == old.gid() || fchown(to, None, Some(old.gid())).is_ok();
        attributes(from, to);
        let mode = old.mode() & 0o7777;
        // Another group gets no more than anyone.
        let mode = if grouped {
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

    fn attributes(from: &Path, to: &File) {
        /// No attribute, and no list of their names, is longer on Linux.
        const LONGEST: usize = 64 * 1024;
        let mut list = Vec::with_capacity(LONGEST);
        let mut given = Vec::with_capacity(LONGEST);
        if listxattr(from, spare_capacity(&mut list)).is_err()
            || flistxattr(to, spare_capacity(&mut given)).is_err()
        {
            return;
        }
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
                let _ = fsetxattr(to, name, &value, XattrFlags::empty());
            }
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
