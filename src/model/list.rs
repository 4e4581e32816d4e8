//! Lists whose places have a type of their own, so that a place in one cannot be taken for a place in
//! another.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A place in lists of one kind.
pub trait Id: Copy {
    /// The id of the item at this place, of which 0 is the first.
    fn new(place: usize) -> Self;

    /// Where the item stands in its list, 0 being the first.
    fn place(self) -> usize;
}

/// Declares ids: a number each, of which none can be taken for another.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl $crate::model::list::Id for $name {
            fn new(place: usize) -> Self {
                Self(place)
            }

            fn place(self) -> usize {
                self.0
            }
        }
    )*};
}

pub(crate) use ids;

/// A list that is asked by ids of its own kind alone.
#[derive(Debug, PartialEq)]
pub struct List<I, T> {
    items: Vec<T>,
    by: PhantomData<I>,
}

impl<I: Id, T> List<I, T> {
    /// As many equal items as another list has.
    pub fn like<U>(other: &List<I, U>, item: T) -> Self
    where
        T: Clone,
    {
        vec![item; other.len()].into()
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The id of each item, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.items.len()).map(I::new)
    }

    /// Each item, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// Each item with its id, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (I, &T)> {
        self.ids().zip(&self.items)
    }

    /// Each item, in order, to be changed.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.items.iter_mut()
    }

    /// Without any item, its memory kept for others.
    pub fn clear(&mut self) {
        self.items.clear();
    }

    /// As many items as `count`: those at the end go, or new ones come.
    pub fn resize(&mut self, count: usize)
    where
        T: Default,
    {
        self.items.resize_with(count, T::default);
    }

    /// The id of the first item of which something holds.
    pub fn position(&self, holds: impl FnMut(&T) -> bool) -> Option<I> {
        self.items.iter().position(holds).map(I::new)
    }

    /// The items by their places alone, for loops that are run a million times.
    pub fn plain(&self) -> &[T] {
        &self.items
    }
}

// By hand, so that a list that is overwritten keeps its memory.
impl<I, T: Clone> Clone for List<I, T> {
    fn clone(&self) -> Self {
        self.items.clone().into()
    }

    fn clone_from(&mut self, source: &Self) {
        self.items.clone_from(&source.items);
    }
}

impl<I, T> Default for List<I, T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<I, T> From<Vec<T>> for List<I, T> {
    fn from(items: Vec<T>) -> Self {
        Self {
            items,
            by: PhantomData,
        }
    }
}

impl<I, T> FromIterator<T> for List<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(items: A) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<I: Id, T> Index<I> for List<I, T> {
    type Output = T;

    #[inline]
    fn index(&self, at: I) -> &T {
        &self.items[at.place()]
    }
}

impl<I: Id, T> IndexMut<I> for List<I, T> {
    #[inline]
    fn index_mut(&mut self, at: I) -> &mut T {
        &mut self.items[at.place()]
    }
}

impl<I, T> IntoIterator for List<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, I, T> IntoIterator for &'a List<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<'a, I, T> IntoIterator for &'a mut List<I, T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter_mut()
    }
}

impl<I, T> Extend<T> for List<I, T> {
    fn extend<A: IntoIterator<Item = T>>(&mut self, items: A) {
        self.items.extend(items);
    }
}
