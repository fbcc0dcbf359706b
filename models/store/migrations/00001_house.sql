-- +goose Up
-- Keys are natural and never change; names, parents and rules that change over time are JSON lists
-- of {from, value}, NULL for an empty one. Values are canonical decimal texts and are never compared, sorted or summed here.
CREATE TABLE units (
    key        TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
    code       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    names      TEXT,
    printed    TEXT NOT NULL,
    short      TEXT NOT NULL,
    parents    TEXT,
    caretakers TEXT,
    aliases    TEXT,
    precedence INTEGER NOT NULL,
    since      TEXT NOT NULL,
    until      TEXT NOT NULL,
    successor  TEXT NOT NULL
);

CREATE TABLE programs (
    key            TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
    name           TEXT NOT NULL,
    sort           INTEGER NOT NULL,
    note           TEXT NOT NULL,
    default_scheme TEXT NOT NULL,
    wording        TEXT NOT NULL
);

CREATE TABLE groups (
    program TEXT NOT NULL REFERENCES programs (key),
    key     TEXT NOT NULL,
    name    TEXT NOT NULL,
    sort    INTEGER NOT NULL,
    PRIMARY KEY (program, key)
);

CREATE TABLE members (
    program   TEXT NOT NULL REFERENCES programs (key),
    unit      TEXT NOT NULL REFERENCES units (key),
    since     TEXT NOT NULL,
    until     TEXT NOT NULL,
    group_key TEXT NOT NULL,
    names     TEXT,
    PRIMARY KEY (program, unit, since)
);

CREATE TABLE indicators (
    program          TEXT NOT NULL REFERENCES programs (key),
    key              TEXT NOT NULL,
    name             TEXT NOT NULL,
    sort             INTEGER NOT NULL,
    measure          TEXT NOT NULL,
    percent          BOOLEAN NOT NULL,
    decimals         INTEGER NOT NULL,
    min              TEXT,
    max              TEXT,
    scope            TEXT,
    formulas         TEXT,
    zero_denominator TEXT NOT NULL,
    accumulate       TEXT NOT NULL,
    since            TEXT NOT NULL,
    until            TEXT NOT NULL,
    aliases          TEXT,
    PRIMARY KEY (program, key)
);

CREATE TABLE schemes (
    program  TEXT NOT NULL REFERENCES programs (key),
    key      TEXT NOT NULL,
    name     TEXT NOT NULL,
    sort     INTEGER NOT NULL,
    versions TEXT,
    PRIMARY KEY (program, key)
);

CREATE TABLE checks (
    program TEXT NOT NULL REFERENCES programs (key),
    key     TEXT NOT NULL,
    sort    INTEGER NOT NULL,
    warning BOOLEAN NOT NULL,
    scope   TEXT,
    message TEXT NOT NULL,
    rules   TEXT,
    PRIMARY KEY (program, key)
);

CREATE TABLE rules (
    program  TEXT NOT NULL REFERENCES programs (key),
    key      TEXT NOT NULL,
    sort     INTEGER NOT NULL,
    versions TEXT,
    PRIMARY KEY (program, key)
);

CREATE TABLE months (
    program TEXT NOT NULL REFERENCES programs (key),
    month   TEXT NOT NULL,
    status  TEXT NOT NULL CHECK (status IN ('entering', 'verified')),
    made_up BOOLEAN NOT NULL,
    PRIMARY KEY (program, month)
);

CREATE TABLE observations (
    program   TEXT NOT NULL,
    indicator TEXT NOT NULL,
    period    TEXT NOT NULL,
    unit      TEXT NOT NULL REFERENCES units (key),
    state     TEXT NOT NULL CHECK (state IN ('number', 'no_data', 'not_assessed')),
    value     TEXT CHECK ((state = 'number') = (value IS NOT NULL)),
    version   INTEGER NOT NULL,
    PRIMARY KEY (program, period, indicator, unit),
    FOREIGN KEY (program, indicator) REFERENCES indicators (program, key)
) WITHOUT ROWID;

CREATE INDEX observations_unit ON observations (unit);

CREATE TABLE drafts (
    program   TEXT NOT NULL,
    indicator TEXT NOT NULL,
    period    TEXT NOT NULL,
    unit      TEXT NOT NULL REFERENCES units (key),
    text      TEXT NOT NULL,
    fault     TEXT NOT NULL,
    PRIMARY KEY (program, period, indicator, unit),
    FOREIGN KEY (program, indicator) REFERENCES indicators (program, key)
) WITHOUT ROWID;

CREATE TABLE batches (
    id      INTEGER PRIMARY KEY,
    at      DATETIME NOT NULL,
    actor   TEXT NOT NULL,
    source  TEXT NOT NULL,
    reason  TEXT NOT NULL,
    program TEXT NOT NULL,
    file    TEXT NOT NULL,
    undoes  INTEGER NOT NULL,
    undone  BOOLEAN NOT NULL
);

CREATE TABLE changes (
    id        INTEGER PRIMARY KEY,
    batch_id  INTEGER NOT NULL REFERENCES batches (id),
    at        DATETIME NOT NULL,
    actor     TEXT NOT NULL,
    source    TEXT NOT NULL,
    reason    TEXT NOT NULL,
    subject   TEXT NOT NULL,
    program   TEXT NOT NULL,
    indicator TEXT NOT NULL,
    unit      TEXT NOT NULL,
    period    TEXT NOT NULL,
    old_state TEXT NOT NULL,
    old_value TEXT NOT NULL,
    old_draft TEXT NOT NULL,
    new_state TEXT NOT NULL,
    new_value TEXT NOT NULL,
    new_draft TEXT NOT NULL
);

CREATE INDEX changes_batch ON changes (batch_id);
CREATE INDEX changes_cell ON changes (program, period, indicator, unit);

CREATE TABLE settings (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- +goose Down
DROP TABLE settings;
DROP TABLE changes;
DROP TABLE batches;
DROP TABLE drafts;
DROP TABLE observations;
DROP TABLE months;
DROP TABLE rules;
DROP TABLE checks;
DROP TABLE schemes;
DROP TABLE indicators;
DROP TABLE members;
DROP TABLE groups;
DROP TABLE programs;
DROP TABLE units;
