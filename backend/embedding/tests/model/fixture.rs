//! The files with which the server's tests try a model.

use std::path::Path;

use crate::tiny::Tiny;

/// After a deliberate change: `UPDATE_GOLDEN=1 cargo nextest run -p embedding fixture`.
#[test]
fn the_servers_tests_have_this_model() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/api/tiny-model");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(&kept).unwrap();
        Tiny::new().write(&kept);
    }
    let fresh = Tiny::new().folder();
    for file in ["config.json", "tokenizer.json", "model.safetensors"] {
        let read = |folder: &Path| std::fs::read(folder.join(file)).unwrap();
        assert_eq!(read(fresh.path()), read(&kept), "{file}");
    }
}
