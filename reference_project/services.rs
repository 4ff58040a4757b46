//! Services: objects with constructors, methods that share or exclude, callbacks from within, and what they lend.

use crate::callbacks::{Produce, Transform, Visit};
use crate::constants::MAX_POINTS;
use crate::mutants::mutant;
use crate::results::Error;
use crate::structs::Vec2;
use interoptopus::{ffi_function, ffi_service, ffi_type};

/// Keeps points in the order in which they came.
#[ffi_type(service)]
#[derive(Debug)]
pub struct Recorder {
    points: Vec<Vec2>,
    limit: u32,
    name: String,
}

#[ffi_service]
#[allow(clippy::len_without_is_empty)] // One of the two is enough to test.
impl Recorder {
    /// A recorder for up to `limit` points.
    ///
    /// # Errors
    /// [`Error::Full`] if `limit` is above [`MAX_POINTS`].
    #[ffi_constructor]
    pub fn new(limit: u32) -> Result<Self, Error> {
        if limit > MAX_POINTS { Err(Error::Full) } else { Ok(Recorder { points: Vec::new(), limit, name: String::new() }) }
    }

    /// A recorder with a name that is full of these points.
    ///
    /// # Errors
    /// [`Error::BadName`] if the name is empty.
    #[ffi_constructor]
    pub fn named(name: &str, points: &[Vec2]) -> Result<Self, Error> {
        if name.is_empty() {
            return Err(Error::BadName);
        }
        Ok(Recorder { points: points.to_vec(), limit: points.len() as u32, name: name.to_owned() })
    }

    /// Adds a point and returns its index.
    ///
    /// # Errors
    /// [`Error::Full`] if there is no room.
    pub fn push(&mut self, point: Vec2) -> Result<u32, Error> {
        if self.points.len() as u32 >= self.limit {
            return Err(Error::Full);
        }
        if mutant("push_forgotten") {
            return Ok(self.points.len() as u32);
        }
        self.points.push(point);
        Ok(self.points.len() as u32 - 1)
    }

    /// The number of points.
    pub fn len(&self) -> u32 {
        self.points.len() as u32
    }

    /// The point at `index`, if there is one.
    pub fn get(&self, index: u32) -> Option<Vec2> {
        self.points.get(index as usize).copied()
    }

    /// All points, borrowed until the next call that changes the recorder.
    pub fn points(&self) -> &[Vec2] {
        let cut = usize::from(mutant("lent_in_part")).min(self.points.len());
        &self.points[cut..]
    }

    /// The name; empty if it was not given one.
    pub fn name(&self) -> &str {
        let cut = if mutant("name_cut") { self.name.chars().next_back().map_or(0, char::len_utf8) } else { 0 };
        &self.name[..self.name.len() - cut]
    }

    /// All points, to be changed in place.
    pub fn points_mut(&mut self) -> &mut [Vec2] {
        &mut self.points
    }

    /// The first word of the name, if there is one.
    pub fn first_word(&self) -> Option<&str> {
        self.name.split_whitespace().next()
    }

    /// The last points, as many as `count`.
    ///
    /// # Errors
    /// [`Error::Full`] if there are not as many.
    pub fn last(&self, count: u32) -> Result<&[Vec2], Error> {
        let begin = self.points.len().checked_sub(count as usize).ok_or(Error::Full)?;
        Ok(&self.points[begin..])
    }

    /// Moves the points from `index` on to a recorder of their own.
    ///
    /// # Errors
    /// [`Error::Full`] if there are not as many.
    pub fn split_off(&mut self, index: u32) -> Result<Recorder, Error> {
        if index > self.len() {
            return Err(Error::Full);
        }
        let more = usize::from(mutant("split_elsewhere"));
        let points = self.points.split_off(index as usize + more);
        Ok(Recorder { limit: points.len() as u32, points, name: self.name.clone() })
    }

    /// Adds what another recorder keeps, as far as there is room, and returns how many points that were.
    pub fn absorb(&mut self, other: &Recorder) -> u32 {
        let room = (self.limit as usize).saturating_sub(self.points.len());
        let before = self.points.len();
        self.points.extend(other.points.iter().take(room));
        (self.points.len() - before) as u32
    }

    /// Calls `each` with every point until it returns false; the recorder can be read meanwhile, and not changed.
    pub fn visit(&self, each: Visit) -> u32 {
        self.points.iter().zip(0..).take_while(|(p, i)| each(*i, **p).into()).count() as u32
    }

    /// Replaces every point by what `with` makes of it; the recorder cannot be used meanwhile.
    pub fn transform(&mut self, with: Transform) {
        self.points.iter_mut().for_each(|p| *p = with(*p));
    }

    /// Panics if there are no points; returns the last one otherwise, and forgets it.
    pub fn pop(&mut self) -> Vec2 {
        self.points.pop().expect("there are no points")
    }
}

/// Adds up numbers. It can be used by one call at a time only, as it is not [`Sync`].
#[ffi_type(service)]
#[derive(Debug, Default)]
pub struct Total {
    sum: std::cell::Cell<i64>,
    calls: u32,
}

#[ffi_service]
impl Total {
    /// Zero.
    #[ffi_constructor]
    pub fn new() -> Self {
        Total::default()
    }

    /// Adds what `produce` produces, and returns the new total.
    pub fn add(&mut self, produce: Produce) -> i64 {
        self.calls += 1;
        self.sum.set(self.sum.get().wrapping_add(produce()));
        self.sum.get()
    }

    /// The number of times that something was added.
    pub fn calls(&mut self) -> u32 {
        self.calls
    }
}

/// The number of points that both keep; the second may be missing.
#[ffi_function]
pub fn count_both(a: &Recorder, b: Option<&Recorder>) -> u32 {
    a.len() + b.map_or(0, Recorder::len)
}

/// Forgets all points, and returns how many there were.
#[ffi_function]
pub fn clear(recorder: &mut Recorder) -> u32 {
    let count = recorder.len();
    recorder.points.clear();
    count
}
