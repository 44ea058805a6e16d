package org.carme.audit;

import java.util.Locale;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;

/** What was done. The codes are stored and sealed: none is ever renamed or used for something else. */
public enum AuditAction {
    LOGIN,
    LOGIN_REFUSED,
    LOGOUT,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    JOB_STARTED,
    JOB_STOPPED,
    JOB_EXTENDED,
    GROUP_RENAMED,
    TEMPLATE_CREATED,
    TEMPLATE_CHANGED,
    TEMPLATE_DELETED,
    ACCELERATOR_TYPE_CHANGED,
    NODE_DISMISSED,
    QUOTA_CREATED,
    QUOTA_CHANGED,
    QUOTA_DELETED,
    MAINTENANCE_SET,
    MAINTENANCE_CHANGED,
    MAINTENANCE_ENDED,
    PROJECT_REQUESTED,
    PROJECT_APPROVED,
    PROJECT_REFUSED,
    PROJECT_CHANGED,
    PROJECT_RENEWAL_ASKED,
    PROJECT_RENEWED,
    PROJECT_ARCHIVED,
    PROJECT_UNARCHIVED,
    PROJECT_HANDED_OVER,
    MEMBER_REQUESTED,
    MEMBER_INVITED,
    MEMBER_ACCEPTED,
    MEMBER_DECLINED,
    MEMBER_APPROVED,
    MEMBER_PROMOTED,
    MEMBER_DEMOTED,
    MEMBER_LEFT,
    MEMBER_REMOVED,
    SESSIONS_ENDED,
    DATA_EXPORTED,
    PERSON_ANONYMISED,
    QUOTA_MIRRORED,
    NEWS_CREATED,
    NEWS_CHANGED,
    NEWS_DELETED,
    PASSWORD_CHANGED,
    MESSAGE_SETTINGS_CHANGED,
    IMAGE_CREATED,
    IMAGE_CHANGED,
    IMAGE_DELETED,
    IMAGE_VERSION_CREATED,
    IMAGE_VERSION_CHANGED,
    IMAGE_VERSION_APPROVED,
    IMAGE_VERSION_DEPRECATED,
    IMAGE_VERSION_DISABLED,
    IMAGE_VERSION_ENABLED,
    IMAGE_VERSION_DELETED,
    IMAGE_CONTENTS_TAKEN,
    IMAGE_VERSION_OFFERED,
    IMAGE_BUILD_DELETED,
    ADVISORY_CHECK_REQUESTED,
    IMAGE_FILES_ACCEPTED,
    BATCH_STARTED,
    BATCH_STOPPED,
    BATCH_RESTARTED,
    BATCH_ABANDONED,
    BATCH_ITEM_RETRIED,
    BACKUP_REQUESTED,
    BATCH_SCHEDULE_CHANGED,
    BATCH_SCHEDULE_RESET,
    SELF_TEST_REQUESTED,
    ENTRY_POINT_RESTARTED;

    /** @return the code as it stands in the table, in REST answers and bundle keys, such as {@code job-started} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws InvalidRequestException for a code that this version does not know */
    public static AuditAction of(String code) {
        return Stream.of(values())
                .filter(action -> action.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException("invalid-request.action"));
    }
}
