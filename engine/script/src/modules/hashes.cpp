// _hashes: digests of bytes for hashlib, random, uuid and hmac; checksums for binascii and zlib.
#include <array>

#include "../builtins/common.h"
#include "bytes_argument.h"
#include "digests.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

struct Algorithm {
  std::string_view name;
  std::size_t size;
  std::size_t block;
};

constexpr Algorithm kAlgorithms[] = {
    {"md5", 16, 64},       {"sha1", 20, 64},      {"sha224", 28, 64},    {"sha256", 32, 64},    {"sha384", 48, 128},
    {"sha512", 64, 128},   {"sha3_224", 28, 144}, {"sha3_256", 32, 136}, {"sha3_384", 48, 104}, {"sha3_512", 64, 72},
    {"shake_128", 0, 168}, {"shake_256", 0, 136}, {"blake2b", 64, 128},  {"blake2s", 32, 64},
};

std::string digest(const Algorithm& algorithm, std::string_view message, std::string_view key, std::size_t size) {
  if (algorithm.name == "md5") return digests::md5(message);
  if (algorithm.name == "sha1") return digests::sha1(message);
  if (algorithm.name.starts_with("sha3_")) return digests::sha3(message, algorithm.size);
  if (algorithm.name.starts_with("shake")) return digests::shake(message, algorithm.block, size);
  if (algorithm.name == "blake2b") return digests::blake2b(message, key, size);
  if (algorithm.name == "blake2s") return digests::blake2s(message, key, size);
  return algorithm.block == 64 ? digests::sha256(message, algorithm.size) : digests::sha512(message, algorithm.size);
}

/// digest(name, data, key, size) -> bytes. The callers in the library have checked their arguments.
Value compute(Vm& vm, Arguments args) {
  const std::string_view name = as_str(args[0])->view();
  const std::optional<std::string_view> data = bytes_in(args[1]);
  const std::optional<std::string_view> key = bytes_in(args[2]);
  if (!data || !key) return vm.type_error("object supporting the buffer API required");
  const auto size = static_cast<std::size_t>(args[3].as_int());
  if (!vm.spend(data->size() / 8 + size + 100) || !vm.check_size(size)) return {};
  for (const Algorithm& algorithm : kAlgorithms) {
    if (algorithm.name == name) return make<Bytes>(digest(algorithm, *data, *key, size));
  }
  return vm.value_error("unsupported hash type " + std::string(name));
}

/// (name, digest size, block size) of every algorithm.
Value algorithms(Vm& vm, Arguments /*args*/) {
  std::vector<Value> all;
  for (const Algorithm& each : kAlgorithms) {
    all.push_back(vm.tuple({vm.str(each.name), Value(static_cast<std::int64_t>(each.size)),
                            Value(static_cast<std::int64_t>(each.block))}));
  }
  return Value(Tuple::take(all));
}

Value crc32(Vm& vm, Arguments args) {
  static constexpr std::array<std::uint32_t, 256> kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      std::uint32_t word = i;
      for (int bit = 0; bit < 8; ++bit) word = (word >> 1U) ^ ((word & 1U) != 0 ? 0xedb88320U : 0U);
      table[i] = word;
    }
    return table;
  }();
  const std::optional<std::string_view> data = bytes_in(args[0]);
  if (!data) return vm.type_error("a bytes-like object is required, not '" + vm.type_name(args[0]) + "'");
  const Value start = vm.index_value(args[1]);
  if (!start.is_set() || !vm.spend(data->size() / 8)) return {};
  auto word = ~static_cast<std::uint32_t>(mpz_class(to_mpz(start) & 0xffffffffUL).get_ui());
  for (const char c : *data) word = kTable[(word ^ static_cast<unsigned char>(c)) & 0xffU] ^ (word >> 8U);
  return Value(std::int64_t{static_cast<std::uint32_t>(~word)});
}

Value adler32(Vm& vm, Arguments args) {
  const std::optional<std::string_view> data = bytes_in(args[0]);
  if (!data) return vm.type_error("a bytes-like object is required, not '" + vm.type_name(args[0]) + "'");
  const Value start = vm.index_value(args[1]);
  if (!start.is_set() || !vm.spend(data->size() / 8)) return {};
  const auto word = static_cast<std::uint32_t>(mpz_class(to_mpz(start) & 0xffffffffUL).get_ui());
  std::uint32_t a = word & 0xffffU;
  std::uint32_t b = word >> 16U;
  for (const char c : *data) {
    a = (a + static_cast<unsigned char>(c)) % 65521U;
    b = (b + a) % 65521U;
  }
  return Value(std::int64_t{b} << 16U | a);
}

constexpr NativeDefinition kFunctions[] = {
    {"digest", "name, data, key, size, /", compute},
    {"algorithms", "", algorithms},
    {"crc32", "data, crc=0, /", crc32},
    {"adler32", "data, value=1, /", adler32},
};

bool make_hashes(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  return true;
}

}  // namespace

void install_hashes(ModuleRegistry& modules) { modules.add_native("_hashes", make_hashes); }

}  // namespace loopline::script
