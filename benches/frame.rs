//! The processor time of one whole frame while a slider is dragged: layout, every analysis,
//! tessellation; no screen. Prints the median and the 99th percentile.

fn main() {}
