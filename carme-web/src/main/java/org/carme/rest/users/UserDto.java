package org.carme.rest.users;

import java.time.Instant;
import java.util.List;
import org.carme.people.Account;
import org.carme.rest.users.UserListDto.ListedUserDto;
import org.carme.users.SessionSummary;

/**
 * Somebody as administrators see him.
 *
 * @param uid absent without a Unix account
 * @param knownToSlurm absent while Slurm does not say
 * @param missingSince when it was noticed that the directory does not know him
 */
public record UserDto(
        ListedUserDto user,
        Long uid,
        String home,
        Boolean knownToSlurm,
        Instant missingSince,
        List<SessionDto> sessions,
        List<TokenDto> tokens,
        List<KeptDto> kept) {
    /** A session. */
    public record SessionDto(Instant startedAt, Instant lastActionAt) {
        static SessionDto of(SessionSummary session) {
            return new SessionDto(session.startedAt(), session.lastActionAt());
        }
    }

    static UserDto of(Account account) {
        return new UserDto(
                ListedUserDto.of(account.summary()),
                account.person().flatMap(person -> person.uid()).orElse(null),
                account.person().flatMap(person -> person.home()).orElse(null),
                account.knownToSlurm().orElse(null),
                account.missingSince().orElse(null),
                account.sessions().stream().map(SessionDto::of).toList(),
                account.tokens().stream().map(TokenDto::of).toList(),
                account.kept().stream().map(KeptDto::of).toList());
    }
}
