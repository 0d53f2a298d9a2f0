// Message digests, computed over a whole message at once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace loopline::script::digests {

std::string md5(std::string_view message);
std::string sha1(std::string_view message);
/// SHA-256, or SHA-224 for a size of 28 bytes.
std::string sha256(std::string_view message, std::size_t size = 32);
/// SHA-512, or SHA-384 for a size of 48 bytes.
std::string sha512(std::string_view message, std::size_t size = 64);
/// SHA3-224 to SHA3-512, by size.
std::string sha3(std::string_view message, std::size_t size);
/// SHAKE128 (rate 168) and SHAKE256 (rate 136).
std::string shake(std::string_view message, std::size_t rate, std::size_t size);
std::string blake2b(std::string_view message, std::string_view key, std::size_t size);
std::string blake2s(std::string_view message, std::string_view key, std::size_t size);

}  // namespace loopline::script::digests
