-- +goose Up
-- Where the value of a cell comes from and what is noted beside it; a row without either is deleted.
CREATE TABLE annotations (
    program   TEXT NOT NULL,
    indicator TEXT NOT NULL,
    period    TEXT NOT NULL,
    unit      TEXT NOT NULL REFERENCES units (key),
    source    TEXT NOT NULL,
    note      TEXT NOT NULL,
    PRIMARY KEY (program, period, indicator, unit),
    FOREIGN KEY (program, indicator) REFERENCES indicators (program, key)
) WITHOUT ROWID;

CREATE INDEX annotations_unit ON annotations (unit);

-- 核对合计. A group or an indicator may go: its total then means nothing and harms nobody.
CREATE TABLE control_totals (
    program   TEXT NOT NULL REFERENCES programs (key),
    month     TEXT NOT NULL,
    indicator TEXT NOT NULL,
    group_key TEXT NOT NULL,
    value     TEXT NOT NULL,
    PRIMARY KEY (program, month, indicator, group_key)
);

-- The steps that can be taken back or brought again, and what did so: found without reading all batches.
CREATE INDEX batches_steps ON batches (program, undone) WHERE undoes = 0;
CREATE INDEX batches_undoes ON batches (undoes) WHERE undoes <> 0;

-- +goose Down
DROP INDEX batches_undoes;
DROP INDEX batches_steps;
DROP TABLE control_totals;
DROP TABLE annotations;
