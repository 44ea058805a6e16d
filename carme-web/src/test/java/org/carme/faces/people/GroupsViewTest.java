package org.carme.faces.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.people.GroupUse;
import org.carme.people.Groups;
import org.carme.web.security.CurrentUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupsViewTest {
    private final GroupsView view = new GroupsView();
    private final Counted groups = new Counted();

    @BeforeEach
    void open() {
        view.groups = groups;
        view.currentUser = new Admin();
    }

    @Test
    void findsTheGroupsOnceForAllThatThePageShows() {
        view.getSearch().setText("stud");
        view.load();

        assertThat(view.getPart().rows()).extracting(GroupUse::name).containsExactly("students");
        assertThat(view.getMissing()).as("whatever is looked for").containsExactly("old-staff");
        assertThat(groups.times).isEqualTo(1);
    }

    @Test
    void knowsTheMissingOnesForAFormThatIsSent() {
        assertThat(view.getMissing()).containsExactly("old-staff");
    }

    private static final class Counted extends Groups {
        private int times;

        @Override
        public List<GroupUse> list(String admin) {
            times++;
            return List.of(
                    new GroupUse("old-staff", Optional.empty(), Set.of(), List.of(), 1),
                    new GroupUse("students", Optional.of(3L), Set.of(), List.of(), 0));
        }
    }

    private static final class Admin extends CurrentUser {
        @Override
        public String getName() {
            return "admin";
        }
    }
}
