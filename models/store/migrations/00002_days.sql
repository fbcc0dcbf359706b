-- +goose Up
-- Values of single days stand in a table of their own, so that a month's stay together.
CREATE TABLE daily_observations (
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

CREATE INDEX daily_observations_unit ON daily_observations (unit);

ALTER TABLE programs ADD COLUMN air TEXT NOT NULL DEFAULT '{}';
ALTER TABLE indicators ADD COLUMN from_days TEXT NOT NULL DEFAULT '';
ALTER TABLE indicators ADD COLUMN day_decimals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE indicators ADD COLUMN thousandfold TEXT;

-- +goose Down
ALTER TABLE indicators DROP COLUMN thousandfold;
ALTER TABLE indicators DROP COLUMN day_decimals;
ALTER TABLE indicators DROP COLUMN from_days;
ALTER TABLE programs DROP COLUMN air;
DROP TABLE daily_observations;
