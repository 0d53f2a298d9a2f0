// bytearray: what changes it.
#include <algorithm>

#include "bytes_common.h"

namespace loopline::script {

namespace {

ByteArray& self_array(const Value& self) noexcept { return *Vm::core(self).as<ByteArray>(); }

Value array_append(Vm& vm, Arguments args) {
  const std::optional<char> byte = byte_from(vm, args[1]);
  ByteArray& self = self_array(args[0]);
  if (!byte || !may_resize(vm, self) || !vm.check_size(self.data.size() + 1)) return {};
  self.data += *byte;
  self.account();
  return Value::none();
}

Value array_extend(Vm& vm, Arguments args) {
  std::string more;
  {
    const BytesData given(args[1]);
    if (given.is_bytes_like()) more = given.view();
  }
  if (more.empty()) {
    const Value iterator = vm.iter(args[1]);
    if (!iterator.is_set()) {
      return vm.catch_error(*vm.types().type_error)
                 ? vm.type_error("can't extend bytearray with " + vm.type_name(args[1]))
                 : Value();
    }
    const bool ok = vm.iterate(iterator, [&](const Value& item) {
      const std::optional<char> byte = byte_from(vm, item);
      if (byte) more += *byte;
      return byte.has_value() && vm.check_size(more.size());
    });
    if (!ok) return {};
  }
  ByteArray& self = self_array(args[0]);
  if ((!more.empty() && !may_resize(vm, self)) || !vm.check_size(self.data.size() + more.size())) return {};
  self.data += more;
  self.account();
  return Value::none();
}

Value array_insert(Vm& vm, Arguments args) {
  std::int64_t at = 0;
  if (!vm.index(args[1], at)) return {};
  const std::optional<char> byte = byte_from(vm, args[2]);
  ByteArray& self = self_array(args[0]);
  if (!byte || !may_resize(vm, self)) return {};
  const auto size = static_cast<std::int64_t>(self.data.size());
  if (at < 0) at = std::max<std::int64_t>(at + size, 0);
  self.data.insert(static_cast<std::size_t>(std::min(at, size)), 1, *byte);
  self.account();
  return Value::none();
}

Value array_pop(Vm& vm, Arguments args) {
  std::int64_t at = -1;
  if (!vm.index(args[1], at)) return {};
  ByteArray& self = self_array(args[0]);
  const auto size = static_cast<std::int64_t>(self.data.size());
  if (size == 0) return vm.index_error("pop from empty bytearray");
  if (at < 0) at += size;
  if (at < 0 || at >= size) return vm.index_error("pop index out of range");
  if (!may_resize(vm, self)) return {};
  const Value byte(std::int64_t{static_cast<unsigned char>(self.data[static_cast<std::size_t>(at)])});
  self.data.erase(static_cast<std::size_t>(at), 1);
  return byte;
}

Value array_remove(Vm& vm, Arguments args) {
  const std::optional<char> byte = byte_from(vm, args[1]);
  if (!byte) return {};
  ByteArray& self = self_array(args[0]);
  const std::size_t found = self.data.find(*byte);
  if (found == std::string::npos) return vm.value_error("value not found in bytearray");
  if (!may_resize(vm, self)) return {};
  self.data.erase(found, 1);
  return Value::none();
}

Value array_reverse(Vm& /*vm*/, Arguments args) {
  std::string& data = self_array(args[0]).data;
  std::reverse(data.begin(), data.end());
  return Value::none();
}

Value array_clear(Vm& vm, Arguments args) {
  ByteArray& self = self_array(args[0]);
  if (!may_resize(vm, self)) return {};
  self.data.clear();
  return Value::none();
}

Value array_copy(Vm& /*vm*/, Arguments args) { return make<ByteArray>(self_array(args[0]).data); }

Value array_alloc(Vm& /*vm*/, Arguments args) {
  return Value(static_cast<std::int64_t>(self_array(args[0]).data.size() + 1));
}

constexpr NativeDefinition kArray[] = {
    {"append", "self, item, /", array_append},
    {"extend", "self, iterable_of_ints, /", array_extend},
    {"insert", "self, index, item, /", array_insert},
    {"pop", "self, index=-1, /", array_pop},
    {"remove", "self, value, /", array_remove},
    {"reverse", "self, /", array_reverse},
    {"clear", "self, /", array_clear},
    {"copy", "self, /", array_copy},
    {"__alloc__", "self, /", array_alloc},
};

}  // namespace

void install_byte_array(Vm& vm) { vm.define_methods(*vm.types().bytearray, kArray); }

}  // namespace loopline::script
