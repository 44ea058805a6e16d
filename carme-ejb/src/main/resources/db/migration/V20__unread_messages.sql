-- every page counts them
CREATE INDEX messages_by_unread ON messages (user_name, unread, id);
