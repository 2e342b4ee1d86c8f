package io.latchkey.virtual.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.agent.file.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/** Keys that phones enroll with and nobody has answered: a file each, in a folder of their own. */
final class UnansweredKeys {

    private final Path folder;
    private final ObjectMapper json;

    UnansweredKeys(Path folder, ObjectMapper json) {
        this.folder = folder;
        this.json = json;
    }

    Optional<KeyPair> find(String imei) {
        Path file = file(imei);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = json.readTree(Files.readAllBytes(file));
            KeyFactory keys = KeyFactory.getInstance("EC");
            return Optional.of(new KeyPair(
                    keys.generatePublic(
                            new X509EncodedKeySpec(node.required("publicKey").binaryValue())),
                    keys.generatePrivate(
                            new PKCS8EncodedKeySpec(node.required("key").binaryValue()))));
        } catch (IOException | GeneralSecurityException e) {
            throw new HandsetFolderException("cannot read the key in " + file, e);
        }
    }

    void keep(String imei, KeyPair key) {
        Path file = file(imei);
        try {
            DurableFile.replace(
                    file,
                    json.writeValueAsBytes(json.createObjectNode()
                            .put("key", key.getPrivate().getEncoded())
                            .put("publicKey", key.getPublic().getEncoded())));
        } catch (IOException e) {
            throw new HandsetFolderException("cannot keep the key in " + file, e);
        }
    }

    void forget(String imei) {
        Path file = file(imei);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new HandsetFolderException("cannot delete the key in " + file, e);
        }
    }

    /** No path tells an IMEI. */
    private Path file(String imei) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(imei.getBytes(StandardCharsets.US_ASCII));
            return folder.resolve(HexFormat.of().formatHex(hash) + ".json");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
