// _random: the Mersenne Twister MT19937 as CPython's _random.Random has it. Distributions are in random.py.
#include <algorithm>
#include <array>
#include <cmath>

#include "../builtins/common.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

/// Matsumoto and Nishimura's generator of 1998, period 2^19937 - 1.
class Twister {
 public:
  static constexpr std::size_t kSize = 624;

  void seed(std::uint32_t number) noexcept {
    state[0] = number;
    for (std::uint32_t i = 1; i < kSize; ++i) {
      const std::uint32_t last = state[i - 1];
      state[i] = 1812433253U * (last ^ (last >> 30U)) + i;
    }
    index = kSize;
  }

  void seed(std::span<const std::uint32_t> key) noexcept {
    seed(19650218U);
    std::size_t i = 1;
    std::size_t j = 0;
    const auto mixed = [&](std::uint32_t factor) {
      const std::uint32_t last = state[i - 1];
      return state[i] ^ ((last ^ (last >> 30U)) * factor);
    };
    const auto advance = [&] {
      if (++i < kSize) return;
      state[0] = state[kSize - 1];
      i = 1;
    };
    for (std::size_t k = std::max(kSize, key.size()); k > 0; --k) {
      state[i] = mixed(1664525U) + key[j] + static_cast<std::uint32_t>(j);
      advance();
      if (++j >= key.size()) j = 0;
    }
    for (std::size_t k = kSize - 1; k > 0; --k) {
      state[i] = mixed(1566083941U) - static_cast<std::uint32_t>(i);
      advance();
    }
    state[0] = 0x80000000U;
  }

  std::uint32_t next() noexcept {
    if (index >= kSize) refill();
    std::uint32_t word = state[index++];
    word ^= word >> 11U;
    word ^= (word << 7U) & 0x9d2c5680U;
    word ^= (word << 15U) & 0xefc60000U;
    return word ^ (word >> 18U);
  }

  /// In [0, 1), with 53 random bits.
  double next_double() noexcept {
    const std::uint32_t high = next() >> 5U;
    const std::uint32_t low = next() >> 6U;
    return (static_cast<double>(high) * 67108864.0 + static_cast<double>(low)) / 9007199254740992.0;
  }

  /// Up to 64 random bits.
  std::uint64_t next_bits(unsigned bits) noexcept {
    if (bits <= 32) return next() >> (32 - bits);
    const std::uint64_t low = next();
    return low | std::uint64_t{next() >> (64 - bits)} << 32U;
  }

  std::array<std::uint32_t, kSize> state{};
  std::size_t index = kSize;

 private:
  void refill() noexcept {
    for (std::size_t i = 0; i < kSize; ++i) {
      const std::uint32_t joined = (state[i] & 0x80000000U) | (state[(i + 1) % kSize] & 0x7fffffffU);
      state[i] = state[(i + 397) % kSize] ^ (joined >> 1U) ^ ((joined & 1U) != 0 ? 0x9908b0dfU : 0U);
    }
    index = 0;
  }
};

class RandomObject final : public NativeObject {
 public:
  explicit RandomObject(Class& cls) : NativeObject(Ref<Class>(&cls)) { twister.seed(0U); }
  Twister twister;
};

Twister& self_twister(const Value& self) { return static_cast<RandomObject&>(*Vm::core(self).as_object()).twister; }

Value random_new(Vm& vm, Arguments args) {
  Class& cls = *as_class(vm.get_attr(vm.modules().load(vm.intern("_random")), "Random"));
  return vm.finish_new(args[0], cls, make<RandomObject>(cls));
}

/// Seeds with an int's magnitude, or the hash of anything else.
Value random_seed(Vm& vm, Arguments args) {
  mpz_class number;
  if (is_integer(Vm::core(args[1]))) {
    number = abs(to_mpz(Vm::core(args[1])));
  } else {
    std::int64_t hash = 0;
    if (!vm.hash(args[1], hash)) return {};
    number = static_cast<unsigned long>(hash);
  }
  std::vector<std::uint32_t> key((mpz_sizeinbase(number.get_mpz_t(), 2) + 31) / 32);
  std::size_t written = 0;
  mpz_export(key.data(), &written, -1, sizeof(std::uint32_t), 0, 0, number.get_mpz_t());
  key.resize(std::max<std::size_t>(written, 1));
  self_twister(args[0]).seed(std::span<const std::uint32_t>(key));
  return Value::none();
}

Value random_random(Vm& /*vm*/, Arguments args) { return Value(self_twister(args[0]).next_double()); }

/// A number below 2^bits.
Value big_bits(Twister& twister, std::size_t bits) {
  std::vector<std::uint32_t> words((bits + 31) / 32);
  for (std::size_t left = bits; std::uint32_t & word : words) {
    word = left >= 32 ? twister.next() : twister.next() >> (32 - left);
    left -= std::min<std::size_t>(left, 32);
  }
  mpz_class number;
  mpz_import(number.get_mpz_t(), words.size(), -1, sizeof(std::uint32_t), 0, 0, words.data());
  return make_int(number);
}

Value bits_of(Vm& vm, Twister& twister, std::int64_t bits) {
  if (bits < 0) return vm.value_error("number of bits must be non-negative");
  if (bits == 0) return Value(std::int64_t{0});
  if (bits < 64) return Value(static_cast<std::int64_t>(twister.next_bits(static_cast<unsigned>(bits))));
  if (static_cast<std::uint64_t>(bits) > vm.limits().integer_bits) return vm.raise(*vm.types().memory_error, {});
  if (!vm.spend(static_cast<std::uint64_t>(bits) / 32)) return {};
  return big_bits(twister, static_cast<std::size_t>(bits));
}

Value random_getrandbits(Vm& vm, Arguments args) {
  std::int64_t bits = 0;
  if (!vm.index(args[1], bits)) return {};
  return bits_of(vm, self_twister(args[0]), bits);
}

/// An integer in [0, n): draws as many bits as n has until they make a number below it.
Value random_below(Vm& vm, Arguments args) {
  Twister& twister = self_twister(args[0]);
  const Value limit = vm.index_value(args[1]);
  if (!limit.is_set()) return {};
  if (limit.is_int() && limit.as_int() <= 0) return Value(std::int64_t{0});
  if (limit.is_int()) {
    const auto n = static_cast<std::uint64_t>(limit.as_int());
    const auto bits = static_cast<unsigned>(std::bit_width(n));
    std::uint64_t drawn = twister.next_bits(bits);
    while (drawn >= n) drawn = twister.next_bits(bits);
    return Value(static_cast<std::int64_t>(drawn));
  }
  const mpz_class n = to_mpz(limit);
  if (n <= 0) return Value(std::int64_t{0});
  const std::size_t bits = mpz_sizeinbase(n.get_mpz_t(), 2);
  Value drawn = big_bits(twister, bits);
  while (to_mpz(drawn) >= n) drawn = big_bits(twister, bits);
  return drawn;
}

/// The 624 words and the position, as one tuple.
Value random_getstate(Vm& /*vm*/, Arguments args) {
  const Twister& twister = self_twister(args[0]);
  std::vector<Value> words;
  words.reserve(Twister::kSize + 1);
  for (const std::uint32_t word : twister.state) words.emplace_back(std::int64_t{word});
  words.emplace_back(static_cast<std::int64_t>(twister.index));
  return Value(Tuple::take(words));
}

Value random_setstate(Vm& vm, Arguments args) {
  const Tuple* words = Vm::core_as<Tuple>(args[1], kind::tuple);
  if (words == nullptr) return vm.type_error("state vector must be a tuple");
  if (words->size() != Twister::kSize + 1) return vm.value_error("state vector is the wrong size");
  Twister restored;
  for (std::size_t i = 0; i <= Twister::kSize; ++i) {
    std::int64_t word = 0;
    if (!vm.index((*words)[i], word)) return {};
    if (i < Twister::kSize) {
      restored.state[i] = static_cast<std::uint32_t>(word);
    } else if (word < 0 || static_cast<std::size_t>(word) > Twister::kSize) {
      return vm.value_error("invalid state");
    } else {
      restored.index = static_cast<std::size_t>(word);
    }
  }
  self_twister(args[0]) = restored;
  return Value::none();
}

constexpr NativeDefinition kMethods[] = {
    {"__new__", "cls, /, *args, **kwargs", random_new},
    {"seed", "self, number, /", random_seed},
    {"random", "self, /", random_random},
    {"getrandbits", "self, k, /", random_getrandbits},
    {"_randbelow", "self, n, /", random_below},
    {"getstate", "self, /", random_getstate},
    {"setstate", "self, state, /", random_setstate},
};

bool make_random(Vm& vm, Module& module) {
  const Ref<Class> cls = vm.make_builtin_class("Random", nullptr);
  cls->attributes->set(*vm.names().module, vm.intern("_random"));
  vm.define_methods(*cls, kMethods);
  module.attributes->set(*vm.intern("Random"), Value(cls));
  return true;
}

}  // namespace

void install_random(ModuleRegistry& modules) { modules.add_native("_random", make_random); }

}  // namespace loopline::script
