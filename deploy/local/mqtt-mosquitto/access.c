/*
 * Who may do what on Mosquitto: the rule of io.latchkey.local.mqtt.Access, as a plugin (interface 5, Mosquitto 2.0).
 *
 * Mosquitto's own patterns do not fit: a handset's certificate is named <deviceId>/<enrollment>, its topics carry the
 * device id alone, and no pattern looks into a shared subscription or at the retain flag. What is not named here is
 * denied. The contract suite, BrokerContract, holds both brokers to the same.
 */
#include <mosquitto.h>
#include <mosquitto_broker.h>
#include <mosquitto_plugin.h>
#include <openssl/x509.h>
#include <string.h>

#define GATEWAY "device-gateway"
#define SHARED "$share/" GATEWAY "/"
#define ROOT "latchkey/v1/"
#define DIGITS "0123456789"
#define LONGEST_NAME 64 /* RFC 5280, ub-common-name */

static bool is(const char *text, const char *other)
{
    return strcmp(text, other) == 0;
}

static bool starts(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* How long the device id is in a handset's name, d<pool>_<32 hex digits>/<enrollment>, and in a client id, which may go
 * on after a further slash; 0 in all else. */
static size_t device_length(const char *name)
{
    size_t pool = name[0] == 'd' ? strspn(name + 1, DIGITS) : 0;
    if (pool < 1 || pool > 4 || name[1 + pool] != '_' || strspn(name + pool + 2, DIGITS "abcdef") != 32) {
        return 0;
    }
    size_t device = 1 + pool + 1 + 32;
    if (name[device] != '/' || name[device + 1] == '0') {
        return 0;
    }
    size_t enrollment = strspn(name + device + 1, DIGITS);
    char next = name[device + 1 + enrollment];
    return enrollment >= 1 && enrollment <= 9 && (next == '\0' || next == '/') ? device : 0;
}

/* What follows the one level after ROOT in a topic: "token" of "latchkey/v1/<anything>/token"; else nothing. */
static const char *leaf_of(const char *topic)
{
    if (!starts(topic, ROOT)) {
        return "";
    }
    const char *level = topic + strlen(ROOT);
    size_t length = strcspn(level, "/");
    return length > 0 && level[length] == '/' ? level + length + 1 : "";
}

static bool names_handset(const char *name)
{
    size_t device = device_length(name);
    return device > 0 && strchr(name + device + 1, '/') == NULL;
}

static bool lies_under(const char *id, const char *name)
{
    size_t length = strlen(name);
    return starts(id, name) && (id[length] == '\0' || id[length] == '/');
}

static bool gateway_may(int access, const char *topic, bool retain)
{
    const char *leaf = leaf_of(topic);
    switch (access) {
    case MOSQ_ACL_SUBSCRIBE: /* only through its shared subscription */
        leaf = starts(topic, SHARED) ? leaf_of(topic + strlen(SHARED)) : "";
        return is(leaf, "report") || is(leaf, "presence");
    case MOSQ_ACL_READ:
        return is(leaf, "report") || is(leaf, "presence");
    case MOSQ_ACL_WRITE:
        return is(topic, ROOT "keys") || is(leaf, "token") || (is(leaf, "ack") && !retain);
    default:
        return false;
    }
}

static bool handset_may(const char *id, size_t device, int access, const char *topic, bool retain)
{
    const char *leaf = leaf_of(topic);
    bool own = is(topic, ROOT "keys")
        || (*leaf != '\0' && strncmp(topic + strlen(ROOT), id, device) == 0 && topic[strlen(ROOT) + device] == '/');
    switch (access) {
    case MOSQ_ACL_SUBSCRIBE:
    case MOSQ_ACL_READ:
        return own && (is(topic, ROOT "keys") || is(leaf, "token") || is(leaf, "ack"));
    case MOSQ_ACL_WRITE:
        return own && !retain && (is(leaf, "report") || is(leaf, "presence"));
    default:
        return false;
    }
}

/* The one common name of the client's certificate into name; false if there is none, or two, or an odd one. */
static bool read_name(const struct mosquitto *client, char name[LONGEST_NAME + 1])
{
    X509 *certificate = mosquitto_client_certificate(client);
    if (certificate == NULL) {
        return false;
    }
    X509_NAME *subject = X509_get_subject_name(certificate);
    int first = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    bool one = first >= 0 && X509_NAME_get_index_by_NID(subject, NID_commonName, first) < 0;
    int length = one ? X509_NAME_get_text_by_NID(subject, NID_commonName, name, LONGEST_NAME + 1) : -1;
    X509_free(certificate);
    return length > 0 && strlen(name) == (size_t)length;
}

/* A connection. The client id must be the name or lie under it: a foreign one would take over a foreign session. */
static int on_connect(int event, void *data, void *nothing)
{
    (void)event;
    (void)nothing;
    struct mosquitto *client = ((struct mosquitto_evt_basic_auth *)data)->client;
    const char *id = mosquitto_client_id(client);
    char name[LONGEST_NAME + 1];
    bool may = id != NULL && read_name(client, name) && (is(name, GATEWAY) || names_handset(name)) && lies_under(id, name);
    return may ? MOSQ_ERR_SUCCESS : MOSQ_ERR_AUTH;
}

/* A subscription, or a message on its way in or out. Judged by the client id, which on_connect has bound to the
 * certificate's name: a session that waits for its client has an id, but since a restart no certificate. */
static int on_access(int event, void *data, void *nothing)
{
    (void)event;
    (void)nothing;
    const struct mosquitto_evt_acl_check *wish = data;
    const char *id = mosquitto_client_id(wish->client);
    if (id == NULL) {
        return MOSQ_ERR_ACL_DENIED;
    }
    size_t device = device_length(id);
    bool may = wish->access == MOSQ_ACL_UNSUBSCRIBE
        || (device > 0 ? handset_may(id, device, wish->access, wish->topic, wish->retain)
                       : lies_under(id, GATEWAY) && gateway_may(wish->access, wish->topic, wish->retain));
    return may ? MOSQ_ERR_SUCCESS : MOSQ_ERR_ACL_DENIED;
}

int mosquitto_plugin_version(int count, const int *versions)
{
    for (int i = 0; i < count; i++) {
        if (versions[i] == 5) {
            return 5;
        }
    }
    return -1;
}

int mosquitto_plugin_init(mosquitto_plugin_id_t *self, void **data, struct mosquitto_opt *options, int count)
{
    (void)data;
    (void)options;
    (void)count;
    int status = mosquitto_callback_register(self, MOSQ_EVT_BASIC_AUTH, on_connect, NULL, NULL);
    return status != MOSQ_ERR_SUCCESS
        ? status
        : mosquitto_callback_register(self, MOSQ_EVT_ACL_CHECK, on_access, NULL, NULL);
}

/* Mosquitto takes the callbacks back by itself. */
int mosquitto_plugin_cleanup(void *data, struct mosquitto_opt *options, int count)
{
    (void)data;
    (void)options;
    (void)count;
    return MOSQ_ERR_SUCCESS;
}
