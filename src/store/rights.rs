//! Owner, mode and other rights of files: one that replaces another gets those of the former.

use std::fs::{File, Metadata};
use std::path::Path;

#[cfg(unix)]
pub(super) use unix::{copy, for_owner_alone, is_protected, of_new_file};

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
