//! Tells the linker that Node gives the symbols of Node-API.

fn main() {
    napi_build::setup();
}
