package org.carme.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carme.users.PersonalData;

/** What all features together keep about people. */
@ApplicationScoped
class KeptData {
    @Inject
    @Any
    Instance<PersonalData> features;

    List<PersonalData> sections;

    @PostConstruct
    void collect() {
        sections = features.stream()
                .sorted(Comparator.comparing(PersonalData::section))
                .toList();
    }

    /** @return always in the same order */
    List<PersonalData> sections() {
        return sections;
    }

    Set<String> people() {
        return sections.stream().flatMap(data -> data.people().stream()).collect(Collectors.toSet());
    }

    /** @return sections that keep something about him */
    List<Kept> about(String user) {
        return sections.stream()
                .map(data -> new Kept(data.section(), data.count(user)))
                .filter(kept -> kept.rows() > 0)
                .toList();
    }
}
