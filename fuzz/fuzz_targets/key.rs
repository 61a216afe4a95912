#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| timeslot_fuzz::key::holds(data));
