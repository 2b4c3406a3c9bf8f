//! `bindgen module.wasm folder`: the module for browsers into `folder/web`, for Node into
//! `folder/node`. It is the library behind the command `wasm-bindgen`, of the version that
//! `Cargo.lock` names.
#![forbid(unsafe_code)]

use std::env::args_os;
use std::error::Error;
use std::path::PathBuf;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = args_os().skip(1).map(PathBuf::from);
    let (Some(module), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("usage: bindgen module.wasm folder".into());
    };
    let mut web = Bindgen::new();
    web.input_path(&module).web(true)?.typescript(false);
    web.generate(folder.join("web"))?;
    let mut node = Bindgen::new();
    node.input_path(&module).nodejs(true)?.typescript(false);
    node.generate(folder.join("node"))?;
    Ok(())
}
