CREATE TABLE news (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version BIGINT NOT NULL,
    title VARCHAR(150) NOT NULL,
    body VARCHAR(10000) NOT NULL,
    severity VARCHAR(16) NOT NULL,
    shown_from BIGINT NOT NULL,
    shown_until BIGINT,
    must_read BOOLEAN NOT NULL,
    on_login BOOLEAN NOT NULL
);

-- who has dismissed or confirmed what
CREATE TABLE news_reads (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    news_id BIGINT NOT NULL,
    user_name VARCHAR(64) NOT NULL,
    read_at BIGINT NOT NULL,
    UNIQUE (user_name, news_id)
);
CREATE INDEX news_reads_by_news ON news_reads (news_id);
