package org.carme.imports;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carme.common.CarmeException;

/**
 * One look at a store: at what the catalogue names, then for images in its two upper levels. No link is followed but those
 * inside of images; what vanishes meanwhile was never there.
 */
class StoreScan {
    private static final Logger LOG = System.getLogger(StoreScan.class.getName());
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._+@=/-]{1,700}");
    private static final Set<String> OF_A_ROOT = Set.of("bin", "etc", "usr", "lib");
    private static final int SIF_MAGIC_AT = 32;

    private final Path store;
    private final List<Path> stores;
    private final Budget budget;
    private final List<FoundImage> found = new ArrayList<>();
    private final Map<String, Optional<String>> registered = new HashMap<>();

    /** @param stores all, out of which no link may lead; the others are touched only if one leads out of this one */
    StoreScan(Path store, List<Path> stores, Budget budget) {
        this.store = store;
        this.stores = List.copyOf(stores);
        this.budget = budget;
    }

    /** @param named the locations that the catalogue names */
    StoreContents look(Set<String> named, Instant now) throws IOException {
        List<Path> entries = entries(named);
        budget.run(() -> {
            named.forEach(this::lookAt);
            entries.forEach(entry -> look(entry, named, Optional.empty()));
        });
        found.sort(Comparator.comparing(FoundImage::location));
        return new StoreContents(now, found, registered, budget.entries(), budget.isCut());
    }

    /** An empty store that should have images is one that is not mounted. */
    private List<Path> entries(Set<String> named) throws IOException {
        if (!Files.isDirectory(store)) {
            throw StoreUnavailableException.notVisible(store);
        }
        List<Path> entries = children(store);
        if (entries.isEmpty() && !named.isEmpty()) {
            throw StoreUnavailableException.empty(store);
        }
        return entries;
    }

    private void lookAt(String location) {
        budget.checkTime();
        try {
            Optional<Path> real = realPath(location);
            registered.put(
                    location, real.isPresent() ? Optional.of(Fingerprint.of(real.get(), budget)) : Optional.empty());
        } catch (IOException unknown) {
            LOG.log(Level.INFO, "Whether {0} is as it was cannot be seen: {1}", location, unknown);
        }
    }

    /** @return empty if nothing is there, or it leads out of the stores */
    private Optional<Path> realPath(String location) throws IOException {
        try {
            return Optional.of(Path.of(location).toRealPath()).filter(this::isInside);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private boolean isInside(Path real) {
        return isInside(real, store) || stores.stream().anyMatch(one -> isInside(real, one));
    }

    private static boolean isInside(Path real, Path folder) {
        try {
            Path place = folder.toRealPath();
            return real.startsWith(place) && !real.equals(place);
        } catch (IOException notThere) {
            return false;
        }
    }

    private void look(Path entry, Set<String> named, Optional<Path> folder) {
        budget.checkTime();
        String file = entry.getFileName().toString();
        if (file.startsWith(".") || ImageDeclaration.isOne(file) || named.contains(entry.toString())) {
            return;
        }
        try {
            if (!PATH.matcher(entry.toString()).matches()) {
                throw UnfitImageException.path();
            }
            PosixFileAttributes attributes =
                    Files.readAttributes(entry, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (isEverybodys(attributes)) {
                return;
            }
            if (attributes.isSymbolicLink()) {
                refuseLink(entry);
            } else if (attributes.isRegularFile()) {
                add(entry, folder, Optional.of(checkedFile(entry, attributes)));
            } else if (!attributes.isDirectory()) {
                throw UnfitImageException.kind();
            } else if (isImage(entry)) {
                add(entry, folder, Optional.empty());
            } else {
                lookInside(entry, named, folder);
            }
        } catch (NoSuchFileException vanished) {
            return;
        } catch (IOException e) {
            found.add(FoundImage.unfit(entry.toString(), UnfitImageException.unreadable()));
        } catch (CarmeException why) {
            found.add(FoundImage.unfit(entry.toString(), why));
        }
    }

    /** Where all users may put files, as builds do, is nothing for the catalogue. */
    private static boolean isEverybodys(PosixFileAttributes attributes) {
        return attributes.isDirectory() && attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }

    private void refuseLink(Path entry) {
        Path real;
        try {
            real = entry.toRealPath();
        } catch (IOException nowhereOrInACircle) {
            throw UnfitImageException.linkOut();
        }
        throw isInside(real) ? UnfitImageException.link(real.toString()) : UnfitImageException.linkOut();
    }

    /** @return its size */
    private static long checkedFile(Path file, BasicFileAttributes attributes) throws IOException {
        String name = file.getFileName().toString();
        if (!ImageNaming.FILE.matcher(name).matches()) {
            throw UnfitImageException.kind();
        }
        boolean isSif = name.endsWith(".sif");
        String magic = isSif ? "SIF_MAGIC" : "hsqs";
        byte[] begin;
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            begin = stream.readNBytes((isSif ? SIF_MAGIC_AT : 0) + magic.length());
        }
        if (!new String(begin, StandardCharsets.ISO_8859_1).endsWith(magic)) {
            throw UnfitImageException.format(isSif ? "SIF" : "SquashFS");
        }
        return attributes.size();
    }

    private static boolean isImage(Path folder) throws IOException {
        return new ImageRoot(folder).find("bin/sh").isPresent();
    }

    /** A folder of the upper level may hold the versions of one image; one of the lower level is none. */
    private void lookInside(Path folder, Set<String> named, Optional<Path> above) throws IOException {
        List<Path> children = children(folder);
        if (above.isPresent() || children.stream().anyMatch(StoreScan::isOfARoot)) {
            throw UnfitImageException.noShell();
        }
        if (children.isEmpty()) {
            throw UnfitImageException.empty();
        }
        children.forEach(child -> look(child, named, Optional.of(folder)));
    }

    private static boolean isOfARoot(Path child) {
        String name = child.getFileName().toString();
        return OF_A_ROOT.contains(name) || name.equals(ImageDeclaration.FILE);
    }

    private void add(Path entry, Optional<Path> folder, Optional<Long> bytes) throws IOException {
        found.add(new FoundImage(
                entry.toString(),
                ImageNaming.of(
                        entry.getFileName().toString(),
                        folder.map(one -> one.getFileName().toString())),
                declaration(entry),
                bytes,
                Optional.of(Fingerprint.of(entry, budget)),
                Optional.empty()));
    }

    private static ImageDeclaration declaration(Path image) throws IOException {
        for (Path place : ImageDeclaration.places(image)) {
            try {
                Optional<ImageDeclaration> declaration = ImageDeclaration.read(place);
                if (declaration.isPresent()) {
                    return declaration.get();
                }
            } catch (IllegalArgumentException wrong) {
                throw UnfitImageException.declaration(place.toString(), wrong.getMessage());
            }
        }
        return ImageDeclaration.NOTHING;
    }

    /** @return in any order; each is paid for */
    List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path child : stream) {
                if (!budget.spend()) {
                    break;
                }
                children.add(child);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return children;
    }
}
