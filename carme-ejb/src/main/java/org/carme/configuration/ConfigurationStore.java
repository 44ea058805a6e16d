package org.carme.configuration;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.common.ChangedMeanwhileException;
import org.carme.common.Secrets;

/** The transactions around the file: it is applied as a whole, or not at all. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ConfigurationStore {
    @Inject
    @Any
    Instance<ConfigurationSection> features;

    /** All there could be, in the order of the file, which is that of the locks, too. */
    List<ConfigurationSection> sections;

    @PostConstruct
    void collect() {
        sections = features.stream()
                .sorted(Comparator.comparing(ConfigurationSection::place))
                .toList();
    }

    String export() {
        return ConfigurationFile.write(present());
    }

    ConfigurationPlan compare(FileObject file) {
        return new Comparison(sections, file, state()).plan();
    }

    /**
     * Makes the configuration what the file says.
     *
     * @throws ChangedMeanwhileException if the configuration is not what the caller has compared the file with
     */
    ConfigurationPlan apply(String admin, FileObject file, Optional<String> expected) {
        offered().forEach(ConfigurationSection::lock);
        String state = state();
        if (expected.filter(seen -> !seen.equals(state)).isPresent()) {
            throw new ChangedMeanwhileException();
        }
        Comparison comparison = new Comparison(sections, file, state);
        comparison.apply(admin);
        return comparison.plan();
    }

    private Map<String, List<Map<String, Object>>> present() {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        offered()
                .forEach(section ->
                        all.put(section.key(), List.copyOf(section.present().values())));
        return all;
    }

    private List<ConfigurationSection> offered() {
        return sections.stream().filter(ConfigurationSection::isOffered).toList();
    }

    private String state() {
        return Secrets.hash(present().toString());
    }
}
