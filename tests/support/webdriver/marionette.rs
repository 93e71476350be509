//! Marionette, Firefox's remote control: the standard's commands by their names, as JSON behind its length.

use std::cell::RefCell;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};

use super::ELEMENT;

/// A connection to Firefox, with a session.
pub(super) struct Marionette {
    line: RefCell<BufReader<TcpStream>>,
}

impl Marionette {
    /// Connects and begins a session.
    pub(super) fn meet(port: u16) -> Self {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("Firefox listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a patient connection");
        let _ = stream.set_nodelay(true);
        let mut line = BufReader::new(stream);
        read(&mut line).expect("Firefox says who it is");
        let remote = Self { line: RefCell::new(line) };
        remote.command("WebDriver:NewSession", &json!({})).expect("a session");
        remote
    }

    /// Sends a command that the standard has as a method and a path.
    pub(super) fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, Value> {
        let (name, more) = named(method, path);
        let mut parameters = if body.is_null() { json!({}) } else { body.clone() };
        if let Some(frame) = body["id"].get(ELEMENT) {
            parameters = json!({ "element": frame });
        }
        for (key, value) in more {
            parameters[key] = json!(value);
        }
        self.command(name, &parameters)
    }

    /// Runs the body of a function with the browser's own rights.
    pub(super) fn run_as_browser(&self, script: &str) -> Value {
        let context = |name| self.command("Marionette:SetContext", &json!({ "value": name }));
        let _ = context("chrome");
        let value = self.command("WebDriver:ExecuteScript", &json!({ "script": script, "args": [] }));
        let _ = context("content");
        value.unwrap_or_default()
    }

    /// Sends a command by its name. The value of the answer, or the error.
    pub(super) fn command(&self, name: &str, parameters: &Value) -> Result<Value, Value> {
        let answer = self.exchange(&json!([0, 0, name, parameters]).to_string());
        let mut answer = answer.unwrap_or_else(|error| panic!("Firefox does not answer {name}: {error}"));
        let [error, result] = [2, 3].map(|place| answer[place].take());
        if !error.is_null() {
            return Err(error);
        }
        // What is one value stands under a name; what is several stands as it is.
        let value = result.get("value").cloned();
        Ok(value.unwrap_or(result))
    }

    fn exchange(&self, message: &str) -> io::Result<Value> {
        let mut line = self.line.borrow_mut();
        write!(line.get_mut(), "{}:{message}", message.len())?;
        read(&mut line)
    }
}

fn read(line: &mut BufReader<TcpStream>) -> io::Result<Value> {
    let mut length = Vec::new();
    line.read_until(b':', &mut length)?;
    let length = String::from_utf8_lossy(&length).trim_end_matches(':').parse().map_err(io::Error::other)?;
    let mut text = vec![0; length];
    line.read_exact(&mut text)?;
    Ok(serde_json::from_slice(&text)?)
}

/// Marionette's name for a command, and the parameters that stand in the path.
fn named<'a>(method: &str, path: &'a str) -> (&'static str, Vec<(&'static str, &'a str)>) {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    match (method, parts.as_slice()) {
        ("POST", ["url"]) => ("WebDriver:Navigate", vec![]),
        ("POST", ["execute", "sync"]) => ("WebDriver:ExecuteScript", vec![]),
        ("POST", ["element"]) => ("WebDriver:FindElement", vec![]),
        ("POST", ["frame"]) => ("WebDriver:SwitchToFrame", vec![]),
        ("POST", ["actions"]) => ("WebDriver:PerformActions", vec![]),
        ("POST", ["window", "rect"]) => ("WebDriver:SetWindowRect", vec![]),
        ("POST", ["print"]) => ("WebDriver:Print", vec![]),
        ("GET", ["screenshot"]) => ("WebDriver:TakeScreenshot", vec![]),
        (_, ["shadow", root, rest]) => of_root(root, rest),
        (_, ["element", id, rest @ ..]) => of_element(id, rest),
        _ => panic!("{method} {path} has no name among Marionette's commands yet"),
    }
}

fn of_root<'a>(root: &'a str, rest: &str) -> (&'static str, Vec<(&'static str, &'a str)>) {
    let name = match rest {
        "element" => "WebDriver:FindElementFromShadowRoot",
        _ => "WebDriver:FindElementsFromShadowRoot",
    };
    (name, vec![("shadowRoot", root)])
}

fn of_element<'a>(id: &'a str, rest: &[&'a str]) -> (&'static str, Vec<(&'static str, &'a str)>) {
    match *rest {
        ["element"] => ("WebDriver:FindElement", vec![("element", id)]),
        ["shadow"] => ("WebDriver:GetShadowRoot", vec![("id", id)]),
        ["click"] => ("WebDriver:ElementClick", vec![("id", id)]),
        ["value"] => ("WebDriver:ElementSendKeys", vec![("id", id)]),
        ["clear"] => ("WebDriver:ElementClear", vec![("id", id)]),
        ["text"] => ("WebDriver:GetElementText", vec![("id", id)]),
        ["property", name] => ("WebDriver:GetElementProperty", vec![("id", id), ("name", name)]),
        ["css", name] => ("WebDriver:GetElementCSSValue", vec![("id", id), ("propertyName", name)]),
        ["computedlabel"] => ("WebDriver:GetComputedLabel", vec![("id", id)]),
        ["computedrole"] => ("WebDriver:GetComputedRole", vec![("id", id)]),
        _ => panic!("{rest:?} has no name among Marionette's commands yet"),
    }
}
