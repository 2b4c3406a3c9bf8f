//! A string becomes glyphs, and glyphs become grey coverage.
#![forbid(unsafe_code)]
