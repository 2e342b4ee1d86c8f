package io.latchkey.virtual.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.agent.file.DurableFile;
import io.latchkey.agent.file.FileAgentStore;
import io.latchkey.virtual.app.Identities;
import io.latchkey.virtual.app.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** One folder per handset, named by its pseudonym, which only the owner of the process may enter. */
public final class FolderIdentities implements Identities {

    private static final Logger LOG = Logger.getLogger(FolderIdentities.class.getName());
    private static final String IDENTITY = "identity.json";
    private static final String STATE = "state-%d.json";
    private static final String OFFLINE = "switched-off";
    private static final String ENROLLING = "enrolling";

    private final Path root;
    private final IdentityJson json;
    private final UnansweredKeys unanswered;

    /** Keeps handsets under {@code root}, and makes that folder if it is not there. */
    public FolderIdentities(Path root, ObjectMapper mapper) {
        this.root = root;
        this.json = new IdentityJson(mapper);
        this.unanswered = new UnansweredKeys(root.resolve(ENROLLING), mapper);
        try {
            makePrivate(root);
            makePrivate(root.resolve(ENROLLING));
        } catch (IOException e) {
            throw new HandsetFolderException("cannot make the folder " + root, e);
        }
    }

    /** Where that handset's agent remembers; a wiped handset begins with a memory of its own. */
    public FileAgentStore memoryOf(Identity identity) {
        return new FileAgentStore(
                folder(identity).resolve(STATE.formatted(identity.enrollment().number())));
    }

    @Override
    public List<Identity> all() {
        List<Identity> identities = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            folders.sorted().forEach(folder -> read(folder).ifPresent(identities::add));
        } catch (IOException e) {
            throw new HandsetFolderException("cannot list the handsets in " + root, e);
        }
        return identities;
    }

    @Override
    public void keep(Identity identity) {
        Path folder = folder(identity);
        try {
            makePrivate(folder);
            DurableFile.replace(folder.resolve(IDENTITY), json.write(identity));
        } catch (IOException | GeneralSecurityException e) {
            throw new HandsetFolderException("cannot keep the handset in " + folder, e);
        }
    }

    @Override
    public Optional<KeyPair> unansweredKey(String imei) {
        return unanswered.find(imei);
    }

    @Override
    public void keepUnanswered(String imei, KeyPair key) {
        unanswered.keep(imei, key);
    }

    @Override
    public void answered(String imei) {
        unanswered.forget(imei);
    }

    @Override
    public boolean isSwitchedOn(Identity identity) {
        return !Files.exists(folder(identity).resolve(OFFLINE));
    }

    @Override
    public void switchOn(Identity identity, boolean on) {
        Path marker = folder(identity).resolve(OFFLINE);
        try {
            if (on) {
                Files.deleteIfExists(marker);
            } else {
                DurableFile.replace(marker, new byte[0]);
            }
        } catch (IOException e) {
            throw new HandsetFolderException("cannot remember the switch in " + marker, e);
        }
    }

    /** A folder that cannot be read is left as it is, for a human to look at; the other handsets come up. */
    private Optional<Identity> read(Path folder) {
        Path file = folder.resolve(IDENTITY);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.read(Files.readAllBytes(file)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "A handset's identity cannot be read. folder=" + folder, e);
            return Optional.empty();
        }
    }

    private Path folder(Identity identity) {
        return root.resolve(identity.enrollment().deviceId());
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
}
