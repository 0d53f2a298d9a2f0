// str.encode and str(data, encoding).
#include "../vm/codecs.h"
#include "str_common.h"

namespace loopline::script {

namespace {

Value str_encode(Vm& vm, Arguments args) {
  const auto encoding = codecs::name_argument(vm, args[1], "utf-8", "encode", "encoding");
  if (!encoding) return {};
  const auto errors = codecs::name_argument(vm, args[2], "strict", "encode", "errors");
  return errors ? codecs::encode(vm, same_str(args[0]), *encoding, *errors) : Value();
}

constexpr NativeDefinition kCodec[] = {{"encode", "self, /, encoding?, errors?", str_encode}};

}  // namespace

Value decoded_str(Vm& vm, const Value& data, const Value& encoding_name, const Value& errors_name) {
  const auto encoding = codecs::name_argument(vm, encoding_name, "utf-8", "str", "encoding");
  if (!encoding) return {};
  const auto errors = codecs::name_argument(vm, errors_name, "strict", "str", "errors");
  if (!errors) return {};
  if (Vm::core_as<Str>(data, kind::str) != nullptr) return vm.type_error("decoding str is not supported");
  if (!data.is_set()) return vm.str("");
  const BytesData bytes(data);
  if (!bytes.is_bytes_like())
    return vm.type_error("decoding to str: need a bytes-like object, " + vm.type_name(data) + " found");
  return codecs::decode(vm, bytes.view(), *encoding, *errors);
}

void install_str_codec(Vm& vm) { vm.define_methods(*vm.types().str, kCodec); }

}  // namespace loopline::script
