//! Reads cases: one JSON object a line. Numbers that JSON lacks are the strings `NaN`, `Infinity`
//! and `-Infinity`. A path that is too long to be written down is missing; `path_elements` says how
//! long it is. Of a dash pattern that is too long, there is a description that begins with its length.

use crate::case::{Case, Gradient, GradientKind, Ink, Op, Pen, Probe};
use agg_core::{Affine, Cap, FillRule, Join, Path, Spread};
use serde_json::Value;

/// The cases of a file.
///
/// # Errors
///
/// Says which line is no case, and why.
pub(crate) fn read(text: &str) -> Result<Vec<Case>, String> {
    let lines = (1..)
        .zip(text.lines())
        .filter(|(_, l)| !l.trim().is_empty());
    lines
        .map(|(number, line)| case(line).map_err(|why| format!("line {number}: {why}")))
        .collect()
}

fn case(line: &str) -> Result<Case, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let lengths = written(&value, "path_elements").iter();
    let ops_list = list(&value, "ops")?;
    let described = ops_list.iter().filter_map(|op| op.get("dash")?.as_str());
    let dashes = described.map(|text| {
        text.split(' ')
            .find_map(|word| word.parse().ok())
            .unwrap_or(1)
    });
    Ok(Case {
        name: string(&value, "name")?.into(),
        group: string(&value, "group")?.into(),
        width: whole(field(&value, "w")?)?,
        height: whole(field(&value, "h")?)?,
        paths: each(written(&value, "paths"), path)?,
        ops: ops(ops_list)?,
        probes: each(list(&value, "probes")?, probe)?,
        missing: lengths.filter_map(Value::as_u64).chain(dashes).collect(),
    })
}

fn field<'a>(value: &'a Value, name: &str) -> Result<&'a Value, String> {
    value.get(name).ok_or_else(|| format!("no {name:?}"))
}

fn list<'a>(value: &'a Value, name: &str) -> Result<&'a [Value], String> {
    let items = field(value, name)?.as_array().map(Vec::as_slice);
    items.ok_or_else(|| format!("{name:?} is no list"))
}

/// A list, or nothing where there is none or only a description of it.
fn written<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    list(value, name).unwrap_or_default()
}

fn string<'a>(value: &'a Value, name: &str) -> Result<&'a str, String> {
    let text = field(value, name)?.as_str();
    text.ok_or_else(|| format!("{name:?} is no string"))
}

fn each<T>(items: &[Value], read: impl Fn(&Value) -> Result<T, String>) -> Result<Vec<T>, String> {
    items.iter().map(read).collect()
}

fn number(value: &Value) -> Result<f64, String> {
    match value.as_str() {
        Some("NaN") => Ok(f64::NAN),
        Some("Infinity") => Ok(f64::INFINITY),
        Some("-Infinity") => Ok(f64::NEG_INFINITY),
        _ => value
            .as_f64()
            .ok_or_else(|| format!("{value} is no number")),
    }
}

fn whole(value: &Value) -> Result<u32, String> {
    let number = value.as_u64().and_then(|v| u32::try_from(v).ok());
    number.ok_or_else(|| format!("{value} is no size"))
}

fn byte(value: &Value) -> Result<u8, String> {
    whole(value).map(|v| v.min(255) as u8)
}

fn numbers<const N: usize>(items: &[Value]) -> Result<[f64; N], String> {
    let found = each(items, number)?;
    let count = found.len();
    found
        .try_into()
        .map_err(|_| format!("{count} numbers, not {N}"))
}

fn probe(value: &Value) -> Result<Probe, String> {
    match value.as_array().map(Vec::as_slice) {
        Some([x, y, low, high]) => Ok(Probe {
            x: whole(x)?,
            y: whole(y)?,
            low: byte(low)?,
            high: byte(high)?,
        }),
        _ => Err(format!("{value} is no probe")),
    }
}

fn path(value: &Value) -> Result<Path, String> {
    let mut path = Path::new();
    for element in value.as_array().map(Vec::as_slice).unwrap_or_default() {
        let element = element.as_array().map(Vec::as_slice);
        let Some([verb, ends @ ..]) = element else {
            return Err("a path element is no list".into());
        };
        match (verb.as_str().unwrap_or_default(), &each(ends, number)?[..]) {
            ("M", &[x, y]) => path.move_to((x, y)),
            ("L", &[x, y]) => path.line_to((x, y)),
            ("Q", &[a, b, x, y]) => path.quad_to((a, b), (x, y)),
            ("C", &[a, b, c, d, x, y]) => path.cubic_to((a, b), (c, d), (x, y)),
            ("Z", []) => path.close(),
            _ => return Err(format!("{element:?} is no path element")),
        };
    }
    Ok(path)
}

/// A string among the operations stands for more of them; the case is made by its name then.
fn ops(items: &[Value]) -> Result<Vec<Op>, String> {
    items
        .iter()
        .filter(|item| item.is_object())
        .map(op)
        .collect()
}

fn op(value: &Value) -> Result<Op, String> {
    let path = || whole(field(value, "p")?).map(|p| p as usize);
    let map = || numbers(list(value, "tf")?).map(Affine::new);
    Ok(match string(value, "op")? {
        "fill" => Op::Fill {
            path: path()?,
            rule: rule(value)?,
            map: map()?,
            paint: ink(field(value, "paint")?)?,
        },
        "stroke" => Op::Stroke {
            path: path()?,
            pen: pen(value)?,
            map: map()?,
            paint: ink(field(value, "paint")?)?,
        },
        "clip" => Op::Clip {
            path: path()?,
            rule: rule(value)?,
            map: map()?,
        },
        "unclip" => Op::Unclip,
        other => return Err(format!("{other:?} is no operation")),
    })
}

fn rule(value: &Value) -> Result<FillRule, String> {
    match string(value, "rule")? {
        "NonZero" => Ok(FillRule::NonZero),
        "EvenOdd" => Ok(FillRule::EvenOdd),
        other => Err(format!("{other:?} is no fill rule")),
    }
}

fn pen(value: &Value) -> Result<Pen, String> {
    Ok(Pen {
        width: number(field(value, "w")?)?,
        cap: match string(value, "cap")? {
            "Butt" => Cap::Butt,
            "Round" => Cap::Round,
            "Square" => Cap::Square,
            other => return Err(format!("{other:?} is no cap")),
        },
        join: match string(value, "join")? {
            "Miter" => Join::Miter,
            "Round" => Join::Round,
            "Bevel" => Join::Bevel,
            other => return Err(format!("{other:?} is no join")),
        },
        miter_limit: number(field(value, "miter")?)?,
        dashes: each(written(value, "dash"), number)?,
        dash_offset: number(field(value, "off")?)?,
    })
}

fn ink(value: &Value) -> Result<Ink, String> {
    let places = || list(value, "p");
    let kind = match string(value, "t")? {
        "solid" => {
            let channels = each(list(value, "c")?, byte)?;
            let color = channels.try_into();
            return color
                .map(Ink::Solid)
                .map_err(|_| "a colour has four channels".into());
        }
        "linear" => GradientKind::Linear(numbers(places()?)?),
        "radial" => GradientKind::Radial(numbers(places()?)?),
        "sweep" => GradientKind::Sweep(numbers(places()?)?),
        other => return Err(format!("{other:?} is no paint")),
    };
    Ok(Ink::Gradient(Gradient {
        kind,
        stops: each(list(value, "stops")?, stop)?,
        spread: match string(value, "spread")? {
            "Repeat" => Spread::Repeat,
            "Reflect" => Spread::Reflect,
            _ => Spread::Pad,
        },
        map: Affine::new(numbers(list(value, "tf")?)?),
    }))
}

fn stop(value: &Value) -> Result<(f64, [u8; 4]), String> {
    match value.as_array().map(Vec::as_slice) {
        Some([at, r, g, b, a]) => Ok((number(at)?, [byte(r)?, byte(g)?, byte(b)?, byte(a)?])),
        _ => Err(format!("{value} is no stop")),
    }
}
