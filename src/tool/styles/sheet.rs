//! A style sheet as a tree of rules: just enough of CSS to rewrite it.

use core::fmt;

/// A whole style sheet.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Sheet(pub Vec<Node>);

/// One thing in a sheet or a rule.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Node {
    /// `name: value`.
    Declaration(String, String),
    /// A statement without a body, such as `@layer a, b`.
    Statement(String),
    /// What stands before the braces, and what stands in them.
    Rule(String, Vec<Node>),
}

impl Sheet {
    /// Reads a sheet. Comments are left out; what is never closed ends with the text.
    #[must_use]
    pub fn parse(css: &str) -> Self {
        let mut scanner = Scanner { rest: css };
        Self(scanner.body())
    }

    /// Puts another sheet after this one.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Keeps the nodes that pass, from the inside out, and then no empty rule.
    pub fn retain(&mut self, keep: &dyn Fn(&Node) -> bool) {
        retain(&mut self.0, keep);
    }

    /// Does something to every node, parents first.
    pub fn each_mut(&mut self, change: &mut dyn FnMut(&mut Node)) {
        each_mut(&mut self.0, change);
    }

    /// Looks at every node, parents first.
    pub fn each<'a>(&'a self, look: &mut dyn FnMut(&'a Node)) {
        each(&self.0, look);
    }
}

fn retain(nodes: &mut Vec<Node>, keep: &dyn Fn(&Node) -> bool) {
    nodes.retain_mut(|node| {
        let filled = match node {
            Node::Rule(_, body) => {
                retain(body, keep);
                !body.is_empty()
            }
            _ => true,
        };
        filled && keep(node)
    });
}

fn each_mut(nodes: &mut [Node], change: &mut dyn FnMut(&mut Node)) {
    for node in nodes {
        change(node);
        if let Node::Rule(_, body) = node {
            each_mut(body, change);
        }
    }
}

fn each<'a>(nodes: &'a [Node], look: &mut dyn FnMut(&'a Node)) {
    for node in nodes {
        look(node);
        if let Node::Rule(_, body) = node {
            each(body, look);
        }
    }
}

impl fmt::Display for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|node| node.fmt(f))
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Declaration(name, value) => write!(f, "{name}:{value};"),
            Self::Statement(text) => write!(f, "{text};"),
            Self::Rule(prelude, body) => {
                write!(f, "{prelude}{{")?;
                body.iter().try_for_each(|node| node.fmt(f))?;
                f.write_str("}")
            }
        }
    }
}

struct Scanner<'a> {
    rest: &'a str,
}

impl Scanner<'_> {
    fn body(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        loop {
            let (text, end) = self.until_end();
            match end {
                Some('{') => nodes.push(Node::Rule(text, self.body())),
                Some(';') => nodes.extend(line(&text)),
                _ => {
                    nodes.extend(line(&text));
                    return nodes;
                }
            }
        }
    }

    /// The text up to the next `{`, `;` or `}` that stands outside brackets and strings, and that sign.
    fn until_end(&mut self) -> (String, Option<char>) {
        let mut text = String::new();
        let mut depth = 0_u32;
        while let Some(sign) = self.next() {
            match sign {
                '/' if self.rest.starts_with('*') => self.skip_comment(),
                '"' | '\'' => self.string(sign, &mut text),
                '{' | ';' | '}' if depth == 0 => return (text, Some(sign)),
                _ => {
                    depth = match sign {
                        '(' | '[' => depth + 1,
                        ')' | ']' => depth.saturating_sub(1),
                        _ => depth,
                    };
                    text.push(sign);
                }
            }
        }
        (text, None)
    }

    fn next(&mut self) -> Option<char> {
        let mut signs = self.rest.chars();
        let sign = signs.next();
        self.rest = signs.as_str();
        sign
    }

    fn skip_comment(&mut self) {
        let (_, after) = self.rest.split_once("*/").unwrap_or_default();
        self.rest = after;
    }

    fn string(&mut self, quote: char, text: &mut String) {
        text.push(quote);
        while let Some(sign) = self.next() {
            text.push(sign);
            match sign {
                '\\' => text.extend(self.next()),
                _ if sign == quote => return,
                _ => {}
            }
        }
    }
}

/// What stands between two ends: a declaration, a statement, or nothing.
fn line(text: &str) -> Option<Node> {
    let text = text.trim();
    if text.starts_with('@') {
        return Some(Node::Statement(text.to_owned()));
    }
    let (name, value) = text.split_once(':')?;
    Some(Node::Declaration(name.trim().to_owned(), value.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn a_sheet_reads_and_writes_back() {
        let css = "@layer a,b;@layer a{.x:is(a,b){--u:url(\"data:a;b{}\");&:hover{color:red;}}}";
        assert_eq!(Sheet::parse(css).to_string(), css);
    }

    #[test]
    fn comments_and_missing_ends_do_no_harm() {
        assert_eq!(Sheet::parse("/* {;} */a{b:c/* d */").to_string(), "a{b:c;}");
        assert_eq!(Sheet::parse("/* never closed").to_string(), "");
        assert_eq!(Sheet::parse("a{--empty:;}").to_string(), "a{--empty:;}");
    }
}
