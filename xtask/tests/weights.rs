//! The weights that are kept are those whose making the manifests tell.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

#[test]
fn weights_are_those_of_the_manifests() {
    for (weights, manifest) in [
        ("crates/engine/model/encoder.bin", "training/encoder/README.md"),
        ("crates/engine/src/entity/weights.bin", "training/tagger/README.md"),
        ("training/clean/encoder.bin", "training/clean/README.md"),
        ("training/clean/tagger.bin", "training/clean/README.md"),
        ("training/apart/encoder.bin", "training/apart/README.md"),
        ("training/apart/tagger.bin", "training/apart/README.md"),
    ] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let digest = Sha256::digest(fs::read(root.join(weights)).expect("the weights"));
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let manifest = fs::read_to_string(root.join(manifest)).expect("the manifest");
        let name = weights.rsplit('/').next().expect("a name");
        assert!(manifest.contains(&format!("| {name} | {digest} |")), "{weights}: {digest}");
    }
}
