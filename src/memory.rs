//! Where the widget keeps things: an allocator a third as large as the usual one.

#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
