//! Everything that can be asked of the window, once: menus and shortcuts both read it here.

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers};

/// A command; `ALL` is the order in which shortcuts are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    SaveAs,
    Redo,
    New,
    Open,
    Save,
    Revert,
    ExportChart,
    ExportPage,
    ExportSlide,
    ExportReport,
    CopyChart,
    Quit,
    Undo,
    ShowChart,
    ShowWhy,
    ShowSureness,
    ShowEvolution,
    ShowCompare,
    ShowGroup,
    ShowPalette,
    ShowShortcuts,
    TakeTour,
    OpenKnowledge,
    ExportKnowledge,
    UseBuiltinKnowledge,
    NewScenario,
    Present,
    PlayCourse,
    EarlierQuarter,
    LaterQuarter,
    SwitchLanguage,
    SwitchTheme,
    ZoomIn,
    ZoomOut,
    ZoomReset,
}

impl Command {
    /// Those with more modifiers come first: Ctrl+Z also matches Ctrl+Shift+Z.
    pub const ALL: [Self; 35] = [
        Self::SaveAs,
        Self::Redo,
        Self::ExportSlide,
        Self::CopyChart,
        Self::New,
        Self::Open,
        Self::Save,
        Self::Revert,
        Self::ExportChart,
        Self::ExportPage,
        Self::ExportReport,
        Self::Quit,
        Self::Undo,
        Self::ShowChart,
        Self::ShowWhy,
        Self::ShowSureness,
        Self::ShowEvolution,
        Self::ShowCompare,
        Self::ShowGroup,
        Self::ShowPalette,
        Self::ShowShortcuts,
        Self::TakeTour,
        Self::OpenKnowledge,
        Self::ExportKnowledge,
        Self::UseBuiltinKnowledge,
        Self::NewScenario,
        Self::Present,
        Self::PlayCourse,
        Self::EarlierQuarter,
        Self::LaterQuarter,
        Self::SwitchLanguage,
        Self::SwitchTheme,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
    ];

    /// Key of the command's name in the translation files.
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "command-new",
            Self::Open => "command-open",
            Self::Save => "command-save",
            Self::SaveAs => "command-save-as",
            Self::Revert => "command-revert",
            Self::ExportChart => "command-export-chart",
            Self::ExportPage => "command-export-page",
            Self::ExportSlide => "command-export-slide",
            Self::ExportReport => "command-export-report",
            Self::CopyChart => "command-copy-chart",
            Self::Quit => "command-quit",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::ShowChart => "command-show-chart",
            Self::ShowWhy => "command-show-why",
            Self::ShowSureness => "command-show-sureness",
            Self::ShowEvolution => "command-show-evolution",
            Self::ShowCompare => "command-show-compare",
            Self::ShowGroup => "command-show-group",
            Self::ShowPalette => "command-palette",
            Self::ShowShortcuts => "command-shortcuts",
            Self::NewScenario => "command-new-scenario",
            Self::TakeTour => "command-tour",
            Self::OpenKnowledge => "command-open-knowledge",
            Self::ExportKnowledge => "command-export-knowledge",
            Self::UseBuiltinKnowledge => "command-builtin-knowledge",
            Self::Present => "command-present",
            Self::PlayCourse => "command-play-course",
            Self::EarlierQuarter => "command-earlier-quarter",
            Self::LaterQuarter => "command-later-quarter",
            Self::SwitchLanguage => "command-switch-language",
            Self::SwitchTheme => "command-switch-theme",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomReset => "command-zoom-reset",
        }
    }

    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let ctrl = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        let ctrl_shift = |key| {
            let modifiers = Modifiers::COMMAND | Modifiers::SHIFT;
            Some(KeyboardShortcut::new(modifiers, key))
        };
        match self {
            Self::New => ctrl(Key::N),
            Self::Open => ctrl(Key::O),
            Self::Save => ctrl(Key::S),
            Self::SaveAs => ctrl_shift(Key::S),
            Self::Revert
            | Self::TakeTour
            | Self::OpenKnowledge
            | Self::ExportKnowledge
            | Self::UseBuiltinKnowledge => None,
            Self::ExportChart => ctrl(Key::E),
            Self::ExportPage => ctrl(Key::P),
            Self::ExportSlide => ctrl_shift(Key::P),
            Self::ExportReport => ctrl(Key::R),
            // Not Ctrl+Shift+C: windows take any Ctrl+C for the text that is selected.
            Self::CopyChart => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F8)),
            Self::Quit => ctrl(Key::Q),
            Self::Undo => ctrl(Key::Z),
            Self::Redo => ctrl_shift(Key::Z),
            Self::ShowChart => ctrl(Key::Num1),
            Self::ShowWhy => ctrl(Key::Num2),
            Self::ShowSureness => ctrl(Key::Num3),
            Self::ShowEvolution => ctrl(Key::Num4),
            Self::ShowCompare => ctrl(Key::Num5),
            Self::ShowGroup => ctrl(Key::Num6),
            Self::ShowPalette => ctrl(Key::K),
            Self::ShowShortcuts => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F1)),
            Self::NewScenario => ctrl(Key::D),
            Self::Present => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F5)),
            Self::PlayCourse => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F6)),
            Self::EarlierQuarter => Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft)),
            Self::LaterQuarter => Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowRight)),
            Self::SwitchLanguage => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F2)),
            Self::SwitchTheme => Some(KeyboardShortcut::new(Modifiers::NONE, Key::F3)),
            Self::ZoomIn => ctrl(Key::Plus),
            Self::ZoomOut => ctrl(Key::Minus),
            Self::ZoomReset => ctrl(Key::Num0),
        }
    }

    /// Whether its shortcut is heard while the screen is the room's.
    pub fn works_in_a_presentation(self) -> bool {
        matches!(
            self,
            Self::Undo
                | Self::Redo
                | Self::Save
                | Self::SwitchLanguage
                | Self::SwitchTheme
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomReset
        )
    }

    /// Another shortcut that people know for it; menus show the first.
    fn other_shortcut(self) -> Option<KeyboardShortcut> {
        let ctrl = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        match self {
            Self::Redo => ctrl(Key::Y),
            // The key of the plus sign, without the shift that it needs on some keyboards.
            Self::ZoomIn => ctrl(Key::Equals),
            _ => None,
        }
    }

    /// The commands whose shortcuts were pressed since the last frame.
    pub fn pressed(ctx: &Context) -> Vec<Self> {
        Self::ALL
            .into_iter()
            .filter(|command| {
                [command.shortcut(), command.other_shortcut()]
                    .iter()
                    .flatten()
                    .any(|keys| ctx.input_mut(|input| input.consume_shortcut(keys)))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_shortcut_is_bound_twice() {
        let bound: Vec<_> = Command::ALL
            .iter()
            .flat_map(|command| [command.shortcut(), command.other_shortcut()])
            .flatten()
            .collect();
        let distinct: HashSet<_> = bound.iter().map(|keys| format!("{keys:?}")).collect();
        assert_eq!(bound.len(), distinct.len());
    }
}
