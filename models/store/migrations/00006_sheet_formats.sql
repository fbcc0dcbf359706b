-- +goose Up
-- 版式: how a ranking goes onto a sheet, as clerks made and named it.
CREATE TABLE sheet_formats (
    program TEXT NOT NULL REFERENCES programs (key),
    key     TEXT NOT NULL,
    name    TEXT NOT NULL,
    terms   TEXT NOT NULL,
    PRIMARY KEY (program, key)
) WITHOUT ROWID;

-- +goose Down
DROP TABLE sheet_formats;
