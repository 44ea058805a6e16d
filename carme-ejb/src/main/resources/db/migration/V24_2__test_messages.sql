-- how many test messages somebody has had sent, and since when they are counted
CREATE TABLE delivery_tests (
    user_name VARCHAR(64) NOT NULL PRIMARY KEY,
    since BIGINT NOT NULL,
    tests INT NOT NULL
);
