//! How large a table is read.

use crate::model::ProblemKind;

/// Most columns that are read, and most rows.
pub const MOST: Most = Most {
    rows: 2_000,
    columns: 500,
};

/// How much of a table is read.
#[derive(Clone, Copy)]
pub struct Most {
    rows: usize,
    columns: usize,
}

impl Most {
    /// The cell at a place, both counted from 0, in a table that grows as far as it; refused where the
    /// table would be too large.
    pub fn cell<T: Default + Clone>(
        self,
        rows: &mut Vec<Vec<T>>,
        (row, column): (usize, usize),
    ) -> Result<&mut T, ProblemKind> {
        if row >= self.rows || column >= self.columns {
            return Err(ProblemKind::LargeTable {
                rows: self.rows,
                columns: self.columns,
            });
        }
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut rows[row];
        if cells.len() <= column {
            cells.resize(column + 1, T::default());
        }
        Ok(&mut cells[column])
    }
}
