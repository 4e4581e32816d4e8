//! Which view the centre of the window shows.

use eframe::egui::Key;

/// Makes the views and their list at once, so that none can be missed.
macro_rules! views {
    ($($view:ident: $name:literal, $key:ident;)*) => {
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum View { #[default] $($view,)* }

        impl View {
            /// In the order of their buttons.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$view),*];

            /// Key of its name in the translation files.
            pub fn name(self) -> &'static str {
                match self { $(Self::$view => $name,)* }
            }

            /// The key that leads to it, together with Ctrl.
            pub fn key(self) -> Key {
                match self { $(Self::$view => Key::$key,)* }
            }
        }
    };
}

views! {
    Chart: "command-show-chart", Num1;
    Why: "command-show-why", Num2;
    Sureness: "command-show-sureness", Num3;
    Contacts: "command-show-contacts", Num4;
    Evolution: "command-show-evolution", Num5;
    Compare: "command-show-compare", Num6;
    Room: "command-show-group", Num7;
}
