//! A map that forgets: it holds at most a given number of bytes, and what was not asked for lately
//! goes first.
//!
//! Entries live in two generations. New and recently used ones are young; when the young ones fill
//! half of the budget, they become the old generation and the previous old one is dropped whole.
//! An old entry that is asked for becomes young again. That is within a factor of two of "least
//! recently used", and needs no list.

use std::collections::HashMap;
use std::hash::Hash;

/// What one entry costs besides the bytes it states: its key, its place in the table.
const ENTRY_BYTES: usize = 64;

#[derive(Debug)]
pub(crate) struct Generations<K, V> {
    young: HashMap<K, (V, usize)>,
    old: HashMap<K, (V, usize)>,
    young_bytes: usize,
    old_bytes: usize,
    budget: usize,
}

impl<K: Eq + Hash, V: Clone> Generations<K, V> {
    /// An empty map that will hold at most `budget` bytes.
    pub(crate) fn new(budget: usize) -> Self {
        Self {
            young: HashMap::new(),
            old: HashMap::new(),
            young_bytes: 0,
            old_bytes: 0,
            budget,
        }
    }

    /// Bytes held, by what the entries stated.
    pub(crate) fn bytes(&self) -> usize {
        self.young_bytes + self.old_bytes
    }

    /// The value of `key`, which makes it young.
    pub(crate) fn get(&mut self, key: &K) -> Option<V> {
        if let Some((value, _)) = self.young.get(key) {
            return Some(value.clone());
        }
        let (key, (value, bytes)) = self.old.remove_entry(key)?;
        self.old_bytes -= bytes;
        self.insert_sized(key, value.clone(), bytes);
        Some(value)
    }

    /// Keeps `value`, which holds `bytes` bytes; a value of more than half the budget is not kept.
    pub(crate) fn insert(&mut self, key: K, value: V, bytes: usize) {
        let bytes = bytes.saturating_add(ENTRY_BYTES);
        if bytes <= self.budget / 2 {
            self.insert_sized(key, value, bytes);
        }
    }

    fn insert_sized(&mut self, key: K, value: V, bytes: usize) {
        if self.young_bytes + bytes > self.budget / 2 {
            self.old = std::mem::take(&mut self.young);
            self.old_bytes = std::mem::take(&mut self.young_bytes);
        }
        self.young_bytes += bytes;
        if let Some((_, replaced)) = self.young.insert(key, (value, bytes)) {
            self.young_bytes -= replaced;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_holds_and_the_latest_entry_is_kept() {
        let mut map = Generations::new(10_000);
        for key in 0..1000_u32 {
            map.insert(key, key, 100);
            assert!(map.bytes() <= 10_000);
            assert_eq!(map.get(&key), Some(key));
        }
        assert_eq!(map.get(&0), None);
    }

    #[test]
    fn what_is_asked_for_again_and_again_stays() {
        let mut map = Generations::new(10_000);
        map.insert(u32::MAX, 7, 100);
        for key in 0..1000_u32 {
            map.insert(key, key, 100);
            assert_eq!(map.get(&u32::MAX), Some(7));
        }
    }

    #[test]
    fn what_is_larger_than_half_the_budget_is_not_kept() {
        let mut map = Generations::new(1000);
        map.insert(1, 1, 600);
        assert_eq!(map.get(&1), None);
        assert_eq!(map.bytes(), 0);
    }
}
