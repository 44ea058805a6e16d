package org.carme.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.users.PersonalData;

/** Memberships as data about a person: they end, but what he owns belongs to others as well and stays. */
@ApplicationScoped
class ProjectData implements PersonalData {
    @Inject
    ProjectRepository projects;

    @Override
    public String section() {
        return "projects";
    }

    @Override
    public Set<String> people() {
        return projects.people();
    }

    @Override
    public long count(String user) {
        return projects.memberships(user).size();
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        Map<Long, Member> own =
                projects.memberships(user).stream().collect(Collectors.toMap(Member::projectId, Function.identity()));
        return Part.whole(projects.mine(user).stream()
                .map(ProjectRepository.Line::project)
                .map(project -> json(project, own.get(project.id())))
                .toList());
    }

    private static JsonObject json(Project project, Member member) {
        return Json.createObjectBuilder()
                .add("slug", project.slug())
                .add("name", project.text().name())
                .add("state", member.state().name())
                .add("since", member.since().toString())
                .build();
    }

    @Override
    public void forget(String user, String pseudonym) {
        List<String> slugs = projects.mine(user).stream()
                .map(line -> line.project().slug())
                .sorted()
                .toList();
        slugs.forEach(slug -> projects.lock(slug).ifPresent(project -> forget(project, user, pseudonym)));
    }

    private void forget(Project project, String user, String pseudonym) {
        projects.member(project.id(), user).ifPresent(member -> {
            if (member.state() == MemberState.OWNER) {
                project.belongTo(pseudonym);
                member.goBy(pseudonym);
            } else {
                projects.remove(member);
            }
        });
    }
}
