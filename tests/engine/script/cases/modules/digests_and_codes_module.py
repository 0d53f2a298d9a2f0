# Digests, codes, packed values, identifiers.
import base64
import binascii
import hashlib
import hmac
import struct
import uuid


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: [hashlib.new(name, b"abc").hexdigest() for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")])  #=> ['900150983cd24fb0d6963f7d28e17f72', 'a9993e364706816aba3e25717850c26c9cd0d89d', '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7', 'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f']
show(lambda: (hashlib.sha3_224(b"abc").hexdigest(), hashlib.sha3_256(b"").hexdigest(), hashlib.sha3_384(b"a" * 200).hexdigest(), hashlib.sha3_512(b"abc").hexdigest()))  #=> ('e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf', 'a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a', 'f97756776c1874724c94a8008f7f155553b4bf00fbf8fbeac246624ad59c258a3c0977d9f2543d7cbd75b9ac8fdc0d40', 'b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0')
show(lambda: (hashlib.shake_128(b"abc").hexdigest(20), hashlib.shake_256(b"abc").digest(5)))  #=> ('5881092dd818bf5cf8a3ddb793fbcba74097d5c5', b'H3f`\x13')
show(lambda: (hashlib.blake2b(b"abc").hexdigest(), hashlib.blake2s(b"").hexdigest(), hashlib.blake2b(b"abc", digest_size=16, key=b"key").hexdigest(), hashlib.blake2s(b"a" * 100, key=b"k").hexdigest()))  #=> ('ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923', '69217a3079908094e11121d042354a7c1f55b6482ca1a51e1b250dfd1ed0eef9', '2cf02ae16ac225ee731f9d359d8a1c38', 'efc56ef2794d189ea48b9ebedc75fee3b51272e8a48b8c40fa1ddf378d2b64ec')
show(lambda: [hashlib.md5(b"a" * n).hexdigest() for n in (55, 56, 63, 64, 65, 119, 120, 1000)])  #=> ['ef1772b6dff9a122358552954ad0df65', '3b0c8ac703f828b04c6c197006d17218', 'b06521f39153d618550606be297466d5', '014842d480b571495a4a0363793f7367', 'c743a45e0d2e6a95cb859adae0248435', '8a7bd0732ed6a28ce75f6dabc90e1613', '5f61c0ccad4cac44c75ff505e1f1e537', 'cabe45dcc9ae5b66ba86600cca6b8ba8']
show(lambda: [hashlib.sha512(b"a" * n).hexdigest()[:16] for n in (111, 112, 127, 128, 129, 1000)])  #=> ['fa9121c7b32b9e01', 'c01d080efd492776', '828613968b501dc0', 'b73d1929aa615934', '4f681e0bd53cda4b', '67ba5535a46e3f86']
show(lambda: [hashlib.sha3_256(b"a" * n).hexdigest()[:16] for n in (134, 135, 136, 137, 300)])  #=> ['58b970c37ac2d65b', '8094bb53c44cfb1e', '3fc5559f14db8e45', 'f8d6846cedd2ccfa', '8a5720b2ca0cae7b']
show(lambda: [hashlib.blake2b(b"a" * n).hexdigest()[:16] for n in (127, 128, 129, 256)])  #=> ['94596b9d6199c807', 'fc6c71f688f43ea7', '55e6e0eb418149a8', '0eee13d0c73a2710']
show(lambda: (hashlib.sha256(b"a").digest_size, hashlib.sha256().block_size, hashlib.md5().name, hashlib.sha512().digest_size))  #=> (32, 64, 'md5', 64)
show(lambda: hashlib.sha256("a"))  #=> TypeError Strings must be encoded before hashing
show(lambda: hashlib.sha256(3))  #=> TypeError object supporting the buffer API required
show(lambda: hashlib.new("nope"))  #=> ValueError unsupported hash type nope
show(lambda: (hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 10).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 1, 30).hex()))  #=> ('653cc888d937efe22810a5cbdb25a5bd82e2ebb27a800f85cfa360a6d925198e', '843c87e7eda3ee2f64a61c8d1f997842651ddad0cea8cb2dd2ff16e27d97')
show(lambda: (hmac.new(b"key", b"message", "sha256").hexdigest(), hmac.new(b"k" * 100, b"m", hashlib.md5).hexdigest(), hmac.digest(b"k", b"m", "sha1").hex()))  #=> ('6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a', '42b30474e1d3e8c54f2060cc0b35bf27', '772b71c8a2997e768be01d9711e4a4f34a24ef33')
show(lambda: (hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"), hmac.new(b"k", b"m", "md5").name))  #=> (True, False, 'hmac-md5')
show(lambda: hmac.new("k", b"m", "md5"))  #=> TypeError key: expected bytes or bytearray, but got 'str'
show(lambda: hmac.new(b"k", b"m"))  #=> TypeError Missing required parameter 'digestmod'.
show(lambda: (base64.b64encode(b"hello world"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b32encode(b"abc"), base64.b16encode(b"abc"), base64.b85encode(b"abcde"), base64.a85encode(b"abcde")))  #=> (b'aGVsbG8gd29ybGQ=', b'hello', b'__4=', b'MFRGG===', b'616263', b'VPa!sWd', b'@:E_WAH')
show(lambda: (base64.b32decode("MFRGG==="), base64.b16decode("6162"), base64.b85decode("VPaz%"), base64.a85decode("@:E_W"), base64.encodebytes(b"a" * 60), base64.decodebytes(b"YQ==")))  #=> (b'abc', b'ab', b'abc\x1a', b'abcd', b'YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh\nYWFh\n', b'a')
show(lambda: base64.b64decode("YQ"))  #=> Error Incorrect padding
show(lambda: base64.b64decode("Y"))  #=> Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
show(lambda: base64.b64decode("Y*Q=", validate=True))  #=> Error Only base64 data is allowed
show(lambda: base64.b64encode("text"))  #=> TypeError a bytes-like object is required, not 'str'
show(lambda: base64.b16decode("zz"))  #=> Error Non-base16 digit found
show(lambda: (binascii.hexlify(b"abc"), binascii.hexlify(b"abcd", ":"), binascii.unhexlify("616263"), binascii.crc32(b"hello"), binascii.crc32(b"b", binascii.crc32(b"a"))))  #=> (b'616263', b'61:62:63:64', b'abc', 907060870, 2659403885)
show(lambda: binascii.unhexlify("abc"))  #=> Error Odd-length string
show(lambda: binascii.unhexlify("zz"))  #=> Error Non-hexadecimal digit found
show(lambda: (struct.pack("<ihb", 1, 2, 3), struct.pack(">I", 1), struct.pack("bi", 1, 2), struct.pack("3s", b"ab"), struct.pack("<d", 1.5), struct.pack("<f", 0.1), struct.pack("?c", True, b"x"), struct.pack("<Qe", 2**63, 1.5)))  #=> (b'\x01\x00\x00\x00\x02\x00\x03', b'\x00\x00\x00\x01', b'\x01\x00\x00\x00\x02\x00\x00\x00', b'ab\x00', b'\x00\x00\x00\x00\x00\x00\xf8?', b'\xcd\xcc\xcc=', b'\x01x', b'\x00\x00\x00\x00\x00\x00\x00\x80\x00>')
show(lambda: (struct.unpack("<ihb", b"\x01\x00\x00\x00\x02\x00\x03"), struct.unpack(">f", b"\x3f\x80\x00\x00"), struct.unpack("2s", b"ab"), struct.unpack_from("<h", b"abcd", 1), list(struct.iter_unpack("<h", b"abcd"))))  #=> ((1, 2, 3), (1.0,), (b'ab',), (25442,), [(25185,), (25699,)])
show(lambda: (struct.calcsize("bi"), struct.calcsize("<bi"), struct.calcsize("3s2h"), struct.Struct("<ih").size))  #=> (8, 5, 8, 6)
show(lambda: struct.pack("i", "a"))  #=> error required argument is not an integer
show(lambda: struct.pack("b", 200))  #=> error byte format requires -128 <= number <= 127
show(lambda: struct.pack("<I", -1))  #=> error argument out of range
show(lambda: struct.pack("ii", 1))  #=> error pack expected 2 items for packing (got 1)
show(lambda: struct.unpack("i", b"abc"))  #=> error unpack requires a buffer of 4 bytes
show(lambda: struct.pack("y", 1))  #=> error bad char in struct format
show(lambda: (uuid.UUID("12345678123456781234567812345678"), uuid.UUID(int=1), uuid.UUID("{12345678-1234-5678-1234-567812345678}").urn, uuid.UUID(bytes=b"a" * 16).hex))  #=> (UUID('12345678-1234-5678-1234-567812345678'), UUID('00000000-0000-0000-0000-000000000001'), 'urn:uuid:12345678-1234-5678-1234-567812345678', '61616161616161616161616161616161')
show(lambda: (uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://x"), uuid.uuid5(uuid.NAMESPACE_DNS, "a").version, uuid.UUID(int=5).variant))  #=> (UUID('6fa459ea-ee8a-3ca4-894e-db77e160355e'), UUID('c059942f-567e-54eb-aeb5-5fd9830bce43'), 5, 'reserved for NCS compatibility')
show(lambda: (uuid.uuid4().version, uuid.uuid4() != uuid.uuid4(), len(str(uuid.uuid4())), uuid.UUID(int=1) < uuid.UUID(int=2), uuid.UUID(int=7).fields))  #=> (4, True, 36, True, (0, 0, 0, 0, 0, 7))
show(lambda: uuid.UUID("zz"))  #=> ValueError badly formed hexadecimal UUID string
show(lambda: uuid.UUID())  #=> TypeError one of the hex, bytes, bytes_le, fields, or int arguments must be given
show(lambda: uuid.UUID(int=-1))  #=> ValueError int is out of range (need a 128-bit value)

digest = hashlib.sha256()
digest.update(b"a")
copy = digest.copy()
digest.update(b"bc")
print(digest.hexdigest() == hashlib.sha256(b"abc").hexdigest(), copy.hexdigest() == hashlib.sha256(b"a").hexdigest())  #=> True True
buffer = bytearray(8)
struct.pack_into("<h", buffer, 2, 513)
print(buffer)  #=> bytearray(b'\x00\x00\x01\x02\x00\x00\x00\x00')
