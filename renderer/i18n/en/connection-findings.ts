/** Findings about a connection that failed or ended. */
export const connectionFindings = {
  'dns-failed': {
    what: 'The name {{host}} could not be found.',
    why: 'No name server knows it: a typing mistake, or this machine has no network or no working DNS.',
    todo: 'Check the host for typing mistakes and the network connection, then try again.',
  },
  'dns-failed-platform': {
    what: 'The endpoint {{host}} could not be found.',
    why: 'The name is made from the product key and region, or from the instance ID. A wrong region or instance ID gives a name that does not exist.',
    todo: 'Compare region and instance ID with the Alibaba Cloud IoT console. Instances opened on or after 30 July 2021 use the instance ID, older public instances use product key and region.',
  },
  'connection-refused': {
    what: '{{host}} refuses connections on port {{port}}.',
    why: 'The machine answers, but no program listens on this port, or a firewall rejects it.',
    todo: 'Check the port, and that the broker is running.',
  },
  'connection-refused-platform': {
    what: 'The cloud refuses connections on port {{port}}.',
    why: 'The cloud serves 1883 and 443, TLS also on 8883, WebSocket only on 443. Newer accounts and instances have unencrypted TCP switched off.',
    todo: 'Use TLS on port 1883, or look in the Alibaba Cloud IoT console whether the instance allows unencrypted TCP.',
  },
  unreachable: {
    what: 'There is no way to {{host}}.',
    why: 'This machine has no route there: it is offline, in another network, or a VPN is missing.',
    todo: 'Check the network connection, VPN and proxy settings.',
  },
  'timed-out': {
    what: '{{host}} did not answer on port {{port}}.',
    why: 'Nothing came back, not even a refusal. Most often a firewall drops the packets, or the address is wrong.',
    todo: 'Check host and port, and ask whether this network lets the port through.',
  },
  'timed-out-platform': {
    what: 'The cloud did not answer on port {{port}}.',
    why: 'Many company networks block 1883 and 8883.',
    todo: 'Try port 443, which the cloud serves too and which is rarely blocked.',
  },
  'websocket-refused': {
    what: '{{host}} does not accept a WebSocket connection.',
    why: 'The other side answered over HTTP but not with a WebSocket: another service, or another port.',
    todo: 'Check the port on which the broker offers MQTT over WebSocket.',
  },
  'websocket-refused-platform': {
    what: 'The cloud does not accept a WebSocket connection here.',
    why: 'The cloud offers WebSocket on port 443 only.',
    todo: 'Use port 443, or TCP or TLS instead.',
  },
  'connack-version': {
    what: 'The broker does not speak this MQTT version (code {{code}}).',
    why: 'It knows another version of the protocol than the one that was asked for.',
    todo: 'Choose the other MQTT version for this device.',
  },
  'connack-version-platform': {
    what: 'The cloud refused the MQTT version (code {{code}}).',
    why: 'Public instances speak MQTT 3.1 and 3.1.1. A device that has used MQTT 5.0 on an enterprise instance cannot go back.',
    todo: 'Connect with the version this device has used before, or make a new device.',
  },
  'connack-client-id': {
    what: 'The broker does not accept the client ID (code {{code}}).',
    why: 'It is too long, empty without a clean session, or has characters that this broker does not allow.',
    todo: 'Set another client ID, or leave it empty and switch clean session on.',
  },
  'connack-client-id-platform': {
    what: 'The cloud could not read the client ID (code {{code}}).',
    why: 'Its own part is over 64 characters, or a parameter is wrong or missing: securemode must be 2 over TLS and 3 over TCP, signmethod one of hmacmd5, hmacsha1, hmacsha256. An account in arrears gets the same answer.',
    todo: 'Keep the client ID short and without spaces. If it is fine, look at the account in the Alibaba Cloud IoT console.',
  },
  'connack-unavailable': {
    what: 'The broker is not available (code {{code}}).',
    why: 'It was reached, but cannot serve connections now.',
    todo: 'Wait a little and try again; if it stays so, ask who runs the broker.',
  },
  'connack-unavailable-platform': {
    what: 'The cloud refused the connection as unavailable (code {{code}}).',
    why: 'Most often the keep alive is below 30 seconds (it is {{keepAlive}}), or the client ID is wrong. Rarely the service is really down.',
    todo: 'Set keep alive between 30 and 1200 seconds; 300 or more is recommended. If it is, wait a little and try again.',
  },
  'connack-credentials': {
    what: 'The broker does not accept the user name or password (code {{code}}).',
    why: 'One of the two is wrong or missing.',
    todo: 'Type both again.',
  },
  'connack-credentials-platform': {
    what: 'The cloud does not know this device (code {{code}}).',
    why: 'Product key, device name or secret is wrong, the device is disabled or deleted, or it belongs to another region or instance than the one connected to.',
    todo: 'Paste product key, device name and secret again from the Alibaba Cloud IoT console, and check region or instance ID there. See whether the device is enabled.',
  },
  'connack-not-authorized': {
    what: 'The broker does not let this client in (code {{code}}).',
    why: 'It knows who is asking and says no: a wrong password on some brokers, or no right to connect.',
    todo: 'Check user name, password and client ID against what the broker allows.',
  },
  'connack-not-authorized-platform': {
    what: 'The cloud does not accept the signature (code {{code}}).',
    why: 'The password is a signature made with the device secret, so the saved secret is almost certainly not this device’s.',
    todo: 'Open the device in the Alibaba Cloud IoT console, copy its DeviceSecret and enter it again.',
  },
  'connack-unknown': {
    what: 'The connection was refused with code {{code}}.',
    why: 'MQTT does not define this code; only who runs the broker knows what it means.',
    todo: 'Look into the broker’s log.',
  },
  'registration-parameters-platform': {
    what: 'The cloud could not read the registration (code {{code}}).',
    why: 'A parameter is missing or wrong, or the connection is not encrypted: registering works over TLS alone.',
    todo: 'Choose TLS as the transport, and one of the three sign methods.',
  },
  'registration-unavailable-platform': {
    what: 'The cloud could not register the device now (code {{code}}).',
    why: 'It names a fault of its own.',
    todo: 'Wait a little and connect again.',
  },
  'registration-refused-platform': {
    what: 'The cloud refuses to register this device (code {{code}}).',
    why: 'The product secret is wrong, dynamic registration is switched off for the product, the device name is not registered beforehand, or the device is active already.',
    todo: 'Compare product key and product secret with the Alibaba Cloud IoT console and switch dynamic registration on. A device that is active needs its own secret: copy that.',
  },
  'no-connack': {
    what: 'The broker did not answer the CONNECT.',
    why: 'The connection was made, but no CONNACK came: another service listens there, TLS is expected, or the broker is overloaded.',
    todo: 'Check port and transport.',
  },
  'no-connack-platform': {
    what: 'The cloud did not answer the CONNECT.',
    why: 'A device may connect 5 times a minute, more is cut off. Unencrypted TCP to an instance that wants TLS ends the same way.',
    todo: 'Wait a minute and connect once. If it happens again, use TLS.',
  },
  'closed-by-broker': {
    what: 'The broker closed the connection.',
    why: 'MQTT 3.1.1 gives no reason. Usual ones: another client with the same client ID, a packet the broker does not accept, a restart.',
    todo: 'Look at the last packet sent, and whether another client uses this client ID.',
  },
  'closed-by-broker-platform': {
    what: 'The cloud closed the connection.',
    why: 'Most often the same device connected from elsewhere: an identity (product key, device name and secret) may be online once, and the newer connection wins. Disabling or deleting the device, or a packet over the limits, do the same.',
    todo: 'Look for another program or board with this identity: as Tricorder uses it too, that may be the real device. In the cloud log the reason reads “Kicked by the same device”.',
  },
  'disconnected-by-broker': {
    what: 'The broker ended the connection.',
    why: 'It sent DISCONNECT without naming an error.',
    todo: 'Connect again; if it repeats, look into the broker’s log.',
  },
  'connection-reset': {
    what: 'The connection was cut.',
    why: 'The other end or something on the way (firewall, router, proxy) ended it without a goodbye.',
    todo: 'Connect again. If it happens after minutes of silence, lower the keep alive.',
  },
  'connection-reset-platform': {
    what: 'The connection to the cloud was cut.',
    why: 'The network broke it, the same device connected from elsewhere, or the device connected more than 5 times in a minute.',
    todo: 'Look for another program or board with this identity (product key, device name and secret), wait a minute, and connect again.',
  },
  'keep-alive-timeout': {
    what: 'The broker no longer answers pings.',
    why: 'A PINGREQ stayed without PINGRESP for the keep alive of {{keepAlive}} s: the network is gone although the connection looked open.',
    todo: 'Check the network. A shorter keep alive notices such a loss sooner.',
  },
  'protocol-error': {
    what: 'The other end sent something that is not MQTT.',
    why: 'The bytes received do not form a control packet: another service on this port, the wrong transport, or a broken broker.',
    todo: 'Look at the last rows of the timeline; check port and transport.',
  },
  'secret-unreadable': {
    what: 'The saved secret could not be decrypted.',
    why: 'It was encrypted with another key: the data folder came from another machine or user, or the key was lost.',
    todo: 'Edit the device and enter the secret again.',
  },
  'local-platform-not-running': {
    what: 'The local platform is not running.',
    why: 'Nothing listens on this machine for this device.',
    todo: 'Connect again: this starts the local platform. If it does not start, restart Tricorder.',
  },
  'storage-failed': {
    what: 'The packets could not be recorded.',
    why: 'Writing to the data folder failed: the disk is full, or the folder is not writable.',
    todo: 'Make room or correct the folder’s permissions, then connect again.',
  },
  'registration-unanswered': {
    what: 'The cloud ended the registration without giving a secret or token.',
    why: 'It closes a registration after 15 seconds. Nothing is given if dynamic registration is switched off for the product, or if the device is not registered where pre-registration is asked for.',
    todo: 'Look in the Alibaba Cloud IoT console whether the product allows dynamic registration and whether the device exists and is not activated yet; then connect again.',
  },
  'unknown-cause': {
    what: 'The connection failed.',
    why: 'The reason is not one Tricorder knows: {{raw}}',
    todo: 'Try again; if it repeats, the text above is what support needs.',
  },
} as const;
