package io.latchkey.local.mqtt;

import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.MqttActivity;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.PermissionType;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.Retain;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission.SharedSubscription;
import com.hivemq.extension.sdk.api.client.parameter.ClientTlsInformation;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.services.builder.Builders;

/** Asks {@link Access} about each client that connects and tells the broker its answer. */
final class CertificateAuthenticator implements SimpleAuthenticator {

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        switch (accessOf(input)) {
            case Access.Granted granted -> grant(granted, output);
            case Access.Refused refused ->
                output.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED, refused.reason());
        }
    }

    private static Access accessOf(SimpleAuthInput input) {
        String clientId = input.getClientInformation().getClientId();
        return input.getConnectionInformation()
                .getClientTlsInformation()
                .flatMap(ClientTlsInformation::getClientCertificate)
                .flatMap(CommonName::of)
                .map(name -> Access.of(name, clientId))
                .orElseGet(() -> new Access.Refused("a certificate with one common name is needed"));
    }

    private static void grant(Access.Granted granted, SimpleAuthOutput output) {
        var permissions = output.getDefaultPermissions();
        granted.permissions().forEach(permission -> permissions.add(brokersOwn(permission)));
        permissions.setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
        output.authenticateSuccessfully();
    }

    private static TopicPermission brokersOwn(Permission permission) {
        var builder =
                Builders.topicPermission().topicFilter(permission.topicFilter()).type(PermissionType.ALLOW);
        return switch (permission.activity()) {
            case PUBLISH ->
                builder.activity(MqttActivity.PUBLISH)
                        .retain(permission.retained() ? Retain.ALL : Retain.NOT_RETAINED)
                        .build();
            case SUBSCRIBE -> {
                builder.activity(MqttActivity.SUBSCRIBE)
                        .sharedSubscription(
                                permission.sharedGroup().isPresent()
                                        ? SharedSubscription.SHARED
                                        : SharedSubscription.NOT_SHARED);
                permission.sharedGroup().ifPresent(builder::sharedGroup);
                yield builder.build();
            }
        };
    }
}
