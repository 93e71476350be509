//! What axe finds wrong with a page that has come to rest.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::Browser;

static AXE: LazyLock<String> = LazyLock::new(|| {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(file).expect("`npm ci` has been run")
});

/// The rules of WCAG 2.2 A and AA, and axe's own advice.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Whether every element, in shadow trees too, stood in the same place for a dozen frames. It is the places that are watched:
/// what opens in a `details` is moved by an animation that `getAnimations` does not tell of.
const AT_REST: &str = "
    const all = (root) => [...root.querySelectorAll('*')].flatMap((it) => (it.shadowRoot ? [it, ...all(it.shadowRoot)] : [it]));
    const place = (it) => { const { x, y, width, height } = it.getBoundingClientRect(); return [x, y, width, height]; };
    return new Promise((done) => {
        let before, same = 0, frames = 0;
        const look = () => {
            const now = all(document.body).map(place).join();
            same = now === before ? same + 1 : 0;
            before = now;
            frames += 1;
            if (same === 12 || frames === 240) done(same === 12);
            else requestAnimationFrame(look);
        };
        look();
    })";

impl Browser {
    /// Waits until nothing on the page moves.
    pub(crate) fn until_still(&self) {
        self.until("the page to come to rest", || (self.run(AT_REST, &[]) == json!(true)).then_some(()));
    }

    /// What axe finds wrong on the whole page, each with where and why.
    pub(crate) fn axe(&self) -> Vec<String> {
        self.axe_of("document", &json!({ "runOnly": RULES }))
    }

    /// As [`Self::axe`], but of the page alone and not of what it has framed.
    pub(crate) fn axe_unframed(&self) -> Vec<String> {
        self.axe_of("{ exclude: ['iframe'] }", &json!({ "iframes": false, "runOnly": RULES }))
    }

    /// What some rules find wrong.
    pub(crate) fn axe_only(&self, rules: &[&str]) -> Vec<String> {
        self.axe_of("document", &json!({ "runOnly": rules }))
    }

    fn axe_of(&self, context: &str, options: &Value) -> Vec<String> {
        self.until_still();
        self.run(&format!("if (!window.axe) {{ {} }}", *AXE), &[]);
        let script = format!(
            "return axe.run({context}, arguments[0]).then(({{ passes, violations }}) => [
                passes.flatMap((rule) => rule.nodes).length,
                violations.flatMap(({{ id, nodes }}) => nodes.map((node) => `${{id}}: ${{node.target.flat().join(' ')}}: ${{node.failureSummary}}`)),
            ])"
        );
        let found = self.run(&script, std::slice::from_ref(options));
        assert!(found[0].as_u64() > Some(3), "axe has looked at nothing");
        found[1].as_array().into_iter().flatten().filter_map(|fault| fault.as_str().map(str::to_owned)).collect()
    }
}
