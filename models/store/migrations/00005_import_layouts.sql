-- +goose Up
-- What stands where in the workbooks that come every month, by the content of their headers.
CREATE TABLE import_layouts (
    program     TEXT NOT NULL REFERENCES programs (key),
    fingerprint TEXT NOT NULL,
    layout      TEXT NOT NULL,
    used        DATETIME NOT NULL,
    PRIMARY KEY (program, fingerprint)
) WITHOUT ROWID;

-- +goose Down
DROP TABLE import_layouts;
