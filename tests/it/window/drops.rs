//! What is dropped on the window, other than one good file.

use attache::model::{Lang, MAX_OPINIONS};
use egui_kittest::kittest::Queryable;

use super::{dropped, profile_file, window_on};

#[test]
fn a_folder_dropped_is_said_to_be_one_and_leaves_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "profil.ron");
    let mut harness = window_on(Some(path.clone()), Lang::En);
    let open = harness.state().profile().clone();
    for several in [false, true] {
        let files = &mut harness.input_mut().dropped_files;
        files.push(dropped(folder.path()));
        if several {
            files.push(dropped(folder.path()));
        }
        harness.run();
        let told = harness.get_all_by_label_contains("This is a folder: choose a file.");
        assert_eq!(told.count(), if several { 2 } else { 1 });
        assert_eq!(harness.state().profile(), &open);
        harness.get_by_label("Close").click();
        harness.run();
    }
}

#[test]
fn of_more_files_than_there_is_room_for_the_first_are_taken_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = profile_file(folder.path(), "profil.ron");
    let mut harness = window_on(None, Lang::En);
    let files = &mut harness.input_mut().dropped_files;
    files.extend((0..MAX_OPINIONS + 100).map(|_| dropped(&path)));
    harness.run();
    assert_eq!(harness.state().profile().opinions.len(), MAX_OPINIONS);
    harness.get_by_label("There are too many opinions: remove some first.");
}
