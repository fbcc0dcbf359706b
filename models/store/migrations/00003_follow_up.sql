-- +goose Up
-- What became of a notice. Notices themselves are computed; a record stays when its notice is gone.
CREATE TABLE follow_ups (
    program  TEXT NOT NULL REFERENCES programs (key),
    month    TEXT NOT NULL,
    rule     TEXT NOT NULL,
    unit     TEXT NOT NULL REFERENCES units (key),
    held     TEXT NOT NULL,
    deadline TEXT NOT NULL,
    followed TEXT NOT NULL,
    closed   TEXT NOT NULL,
    note     TEXT NOT NULL,
    PRIMARY KEY (program, month, rule, unit)
);

-- +goose Down
DROP TABLE follow_ups;
