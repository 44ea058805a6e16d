package org.carme.staging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carme.common.InvalidRequestException;
import org.carme.storage.JobFolders;
import org.carme.storage.JobStorage;
import org.carme.users.Person;

/** What of data can be asked for; whether it is there is seen on the job's nodes, by the rights of its user. */
@ApplicationScoped
public class StagingRules {
    /** What stands before the name of a dataset. */
    public static final String DATASET = "dataset:";

    private static final String STAGE_IN = "stageIn";
    private static final String STAGE_OUT = "stageOut";
    private static final int MOST = 20;
    private static final int LENGTH = 4000;
    private static final Pattern DATASET_NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern ARCHIVE = Pattern.compile("(?i)\\.(tar|tar\\.gz|tgz|tar\\.zst|zip)$");

    @Inject
    DatasetCatalogue catalogue;

    @Inject
    StagingSettings settings;

    @Inject
    JobStorage storage;

    /**
     * Checks what can be kept, whoever asks for it.
     *
     * @throws InvalidRequestException naming the field
     */
    public static StagedData checkWords(StagedData data) {
        if (data.stageIn().size() > MOST || data.lines().length() > LENGTH) {
            throw InvalidRequestException.about(STAGE_IN, "invalid-request.stage-in-many", MOST, LENGTH);
        }
        for (String thing : data.stageIn()) {
            if (!thing.startsWith(DATASET)) {
                checkPath(STAGE_IN, thing);
            } else if (!DATASET_NAME.matcher(datasetName(thing)).matches()) {
                throw noDataset(thing);
            }
        }
        data.stageOut().ifPresent(path -> checkPath(STAGE_OUT, path));
        return data;
    }

    /**
     * Checks it for a start.
     *
     * @param project the slug of the project that the job is charged to; empty: a group
     * @throws InvalidRequestException naming the field
     */
    public StagedData check(Person person, Optional<String> project, StagedData data) {
        checkWords(data);
        JobFolders folders = storage.folders(person.name(), project);
        Set<String> names = new HashSet<>();
        for (String thing : data.stageIn()) {
            if (!thing.startsWith(DATASET)) {
                requireOpen(STAGE_IN, person, thing, folders);
            } else if (catalogue.find(datasetName(thing)).isEmpty()) {
                throw noDataset(thing);
            }
            String name = name(thing);
            if (!names.add(name)) {
                throw InvalidRequestException.about(STAGE_IN, "invalid-request.stage-in-twice", name);
            }
        }
        data.stageOut().ifPresent(path -> requireOpen(STAGE_OUT, person, path, folders));
        return data;
    }

    private static void checkPath(String field, String path) {
        if (!StagingPaths.isOfHome(path) && !StagingPaths.isAbsolute(path)) {
            throw InvalidRequestException.about(field, "invalid-request.stage-path", path);
        }
    }

    private static InvalidRequestException noDataset(String thing) {
        return InvalidRequestException.about(STAGE_IN, "invalid-request.stage-dataset", datasetName(thing));
    }

    static String datasetName(String thing) {
        return thing.substring(DATASET.length());
    }

    private void requireOpen(String field, Person person, String path, JobFolders folders) {
        if (StagingOrders.reachable(settings, folders).stream()
                .anyMatch(folder -> StagingPaths.isBelow(path, folder))) {
            return;
        }
        if (folders.homeHidden()) {
            throw InvalidRequestException.about(
                    field,
                    "invalid-request.stage-confidential",
                    path,
                    folders.project().orElse("–"));
        }
        boolean ofHome = StagingPaths.isOfHome(path)
                || person.home()
                        .filter(home -> StagingPaths.isBelow(path, home))
                        .isPresent();
        if (!ofHome) {
            throw InvalidRequestException.about(field, "invalid-request.stage-elsewhere", path);
        }
    }

    /** As the node will call it, where archives are unpacked. */
    private static String name(String thing) {
        if (thing.startsWith(DATASET)) {
            return datasetName(thing);
        }
        String[] names = thing.split("/");
        return ARCHIVE.matcher(names[names.length - 1]).replaceFirst("");
    }
}
