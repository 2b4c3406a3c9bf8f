//! The buffer protocol: pixels that NumPy and Pillow read and write where they are.
//!
//! The stable ABI knows this protocol from Python 3.11 on, so PyO3 leaves it out for older ones. But
//! every CPython from 3.9 on takes it among the slots of a type, and the layout of a buffer has not
//! changed since. So a class is made in two steps: PyO3 makes one with the methods, and here a
//! subclass of it is made that has nothing but the slot.
//!
//! This is the only unsafe code of the crate. It rests on two facts: the bytes handed out never move
//! and live as long as their Python object, and every buffer holds a reference to that object. Python
//! code in one thread that writes to pixels while another draws on them gets a mixture of both.

#![expect(unsafe_code, reason = "the buffer protocol is written in pointers")]

use pyo3::PyClass;
use pyo3::exceptions::PyBufferError;
use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::pyclass::boolean_struct::True;
use pyo3::types::{PyTuple, PyType};
use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;

/// A class that shows pixels.
pub(crate) trait Pixels: PyClass<Frozen = True> + Sync {
    /// The bytes of the pixels. They stay where they are as long as the object lives.
    fn bytes(&self, py: Python<'_>) -> *mut u8;

    /// The shape of just these bytes.
    fn layout(&self) -> &Layout;
}

/// The shape of rows of RGBA pixels. It is kept beside the pixels, since buffers point to it.
#[derive(Debug)]
pub(crate) struct Layout {
    shape: [isize; 3],
    strides: [isize; 3],
}

impl Layout {
    /// Rows of `width` pixels, `height` of them. No side reaches 2³¹.
    pub(crate) fn new(width: u32, height: u32) -> Self {
        let (width, height) = (width as isize, height as isize);
        Self {
            shape: [height, width, 4],
            strides: [width * 4, 4, 1],
        }
    }
}

/// A buffer as C lays it out.
#[repr(C)]
struct Buffer {
    bytes: *mut c_void,
    owner: *mut ffi::PyObject,
    len: isize,
    item_size: isize,
    is_read_only: c_int,
    dimensions: c_int,
    format: *const c_char,
    shape: *const isize,
    strides: *const isize,
    suboffsets: *const isize,
    internal: *mut c_void,
}

/// What a caller may ask a buffer to tell.
mod ask {
    use std::ffi::c_int;

    pub(super) const FORMAT: c_int = 4;
    pub(super) const SHAPE: c_int = 8;
    pub(super) const STRIDES: c_int = 0x10 | SHAPE;
    pub(super) const COLUMNS_CONTIGUOUS: c_int = 0x40 | STRIDES;
}

/// The subclass of `T` that has the buffer protocol. `name` is its full name.
pub(crate) fn class<'py, T: Pixels>(
    py: Python<'py>,
    name: &'static CStr,
) -> PyResult<Bound<'py, PyType>> {
    let mut slots = [
        ffi::PyType_Slot {
            slot: ffi::Py_bf_getbuffer,
            pfunc: show::<T> as *mut c_void,
        },
        ffi::PyType_Slot::default(),
    ];
    let mut spec = ffi::PyType_Spec {
        name: name.as_ptr(),
        basicsize: 0,
        itemsize: 0,
        flags: (ffi::Py_TPFLAGS_DEFAULT | ffi::Py_TPFLAGS_BASETYPE) as _,
        slots: slots.as_mut_ptr(),
    };
    // Python 3.9 wants a tuple, even of one.
    let bases = PyTuple::new(py, [py.get_type::<T>()])?;
    // SAFETY: the specification is complete and its slots end with an empty one; a size of 0 means
    // that of the base; the name is static. The result is a new reference to a type, or null with
    // an exception set.
    unsafe {
        let class = ffi::PyType_FromSpecWithBases(&raw mut spec, bases.as_ptr());
        Ok(Bound::from_owned_ptr_or_err(py, class)?.cast_into_unchecked())
    }
}

/// Fills in a buffer for an object; -1 and an exception where that cannot be done.
unsafe extern "C" fn show<T: Pixels>(
    object: *mut ffi::PyObject,
    view: *mut Buffer,
    flags: c_int,
) -> c_int {
    // SAFETY: Python calls this with its lock held, with an object of the type it is a slot of.
    let (py, object) = unsafe {
        let py = Python::assume_attached();
        (py, Bound::from_borrowed_ptr(py, object))
    };
    // SAFETY: Python passes a buffer that may be written, or null.
    let Some(view) = (unsafe { view.as_mut() }) else {
        PyBufferError::new_err("no buffer to fill in").restore(py);
        return -1;
    };
    view.owner = ptr::null_mut();
    match fill::<T>(view, flags, object) {
        Ok(()) => 0,
        Err(error) => {
            error.restore(py);
            -1
        }
    }
}

fn fill<T: Pixels>(view: &mut Buffer, flags: c_int, object: Bound<'_, PyAny>) -> PyResult<()> {
    let asks_for = |what: c_int| flags & what == what;
    if asks_for(ask::COLUMNS_CONTIGUOUS) {
        return Err(PyBufferError::new_err("rows are contiguous, columns not"));
    }
    let pixels = object.cast::<T>()?;
    let layout = pixels.get().layout();
    *view = Buffer {
        bytes: pixels.get().bytes(object.py()).cast(),
        owner: ptr::null_mut(),
        len: layout.shape.iter().product(),
        item_size: 1,
        is_read_only: 0,
        dimensions: 3,
        format: ptr::null(),
        shape: layout.shape.as_ptr(),
        strides: layout.strides.as_ptr(),
        suboffsets: ptr::null(),
        internal: ptr::null_mut(),
    };
    if asks_for(ask::FORMAT) {
        view.format = c"B".as_ptr();
    }
    if !asks_for(ask::STRIDES) {
        view.strides = ptr::null();
    }
    if !asks_for(ask::SHAPE) {
        (view.dimensions, view.shape) = (1, ptr::null());
    }
    // The reference that keeps the bytes alive; Python gives it back.
    view.owner = object.into_ptr();
    Ok(())
}
