//! Data in, matplotlib's picture out.
