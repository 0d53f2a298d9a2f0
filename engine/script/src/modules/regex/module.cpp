// _re: compiling patterns. The functions of re are in re.py.
#include "../bytes_argument.h"
#include "../modules.h"
#include "objects.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace regex {

namespace {

Class* class_named(Vm& vm, std::string_view name) {
  const Value module = vm.modules().load(vm.intern("_re"));
  return module.is_set() ? as_class(vm.get_attr(module, name)) : nullptr;
}

/// What PCRE2 cannot take though Python can: too large, too many groups.
Value raise_compile_error(Vm& vm, int code, const Value& pattern) {
  PCRE2_UCHAR text[256];
  pcre2_get_error_message(code, text, sizeof text);
  return raise_error(vm, "the sandbox cannot use this pattern: " + std::string(reinterpret_cast<char*>(text)), pattern,
                     Mistake::kNoPosition);
}

}  // namespace

std::unique_ptr<pcre2_code, FreeCode> compile_code(Vm& vm, const Pattern& pattern, bool tolerant) {
  const Translation& translation = pattern.translation;
  std::uint32_t options = PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C;
  if (pattern.is_text) options |= PCRE2_UTF;
  if (tolerant) options |= PCRE2_MATCH_INVALID_UTF;
  if (pattern.is_text && (translation.flags & kAscii) == 0) options |= PCRE2_UCP;
  if ((translation.flags & kIgnoreCase) != 0) options |= PCRE2_CASELESS;
  if ((translation.flags & kMultiLine) != 0) options |= PCRE2_MULTILINE;
  if ((translation.flags & kDotAll) != 0) options |= PCRE2_DOTALL;
  const std::unique_ptr<pcre2_compile_context, decltype(&pcre2_compile_context_free)> context(
      pcre2_compile_context_create(nullptr), pcre2_compile_context_free);
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
  int error = 0;
  std::size_t place = 0;
  std::unique_ptr<pcre2_code, FreeCode> code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translation.pattern.data()),
                                                           translation.pattern.size(), options, &error, &place,
                                                           context.get()));
  if (!code) raise_compile_error(vm, error, pattern.source);
  return code;
}

namespace {

bool compile_translation(Vm& vm, Pattern& pattern) {
  pattern.code = compile_code(vm, pattern, false);
  if (!pattern.code) return false;
  pattern.data.reset(pcre2_match_data_create_from_pattern(pattern.code.get(), nullptr));
  pattern.context.reset(pcre2_match_context_create(nullptr));
  pcre2_set_match_limit(pattern.context.get(), vm.limits().regex_steps);
  pcre2_set_heap_limit(pattern.context.get(), 64 * 1024);  // KiB
  pattern.account();
  return true;
}

/// compile(pattern, flags)
Value compile(Vm& vm, Arguments args) {
  const Str* text = Vm::core_as<Str>(args[0], kind::str);
  const std::optional<std::string_view> data = bytes_in(args[0]);
  if (text == nullptr && !data) return vm.type_error("first argument must be string or compiled pattern");
  std::int64_t flags = 0;
  if (!vm.index(args[1], flags)) return {};
  std::u32string characters;
  if (text != nullptr) {
    characters = utf8::to_utf32(text->view());
  } else {
    for (const char c : *data) characters += static_cast<unsigned char>(c);
  }
  if (!vm.spend(200 + characters.size() * 16)) return {};
  std::variant<Translation, Mistake> result = translate(characters, static_cast<std::uint32_t>(flags), text != nullptr);
  if (const Mistake* mistake = std::get_if<Mistake>(&result)) {
    if (mistake->is_overflow) return vm.overflow_error(mistake->message);
    return raise_error(vm, mistake->message, args[0], mistake->position);
  }
  auto& translation = std::get<Translation>(result);
  const bool is_text = text != nullptr;
  if (is_text && (translation.flags & kLocale) != 0) return vm.value_error("cannot use LOCALE flag with a str pattern");
  if (is_text && (translation.flags & kAscii) != 0 && (translation.flags & kUnicode) != 0) {
    return vm.value_error("ASCII and UNICODE flags are incompatible");
  }
  if (!is_text && (translation.flags & kUnicode) != 0)
    return vm.value_error("cannot use UNICODE flag with a bytes pattern");
  if (is_text && (translation.flags & kAscii) == 0) translation.flags |= kUnicode;
  const Ref<Pattern> pattern = make<Pattern>(Ref<Class>(pattern_class(vm)), args[0], is_text, std::move(translation));
  return compile_translation(vm, *pattern) ? Value(pattern) : Value();
}

constexpr NativeDefinition kFunctions[] = {{"compile", "pattern, flags, /", compile}};

void add_class(Vm& vm, Module& module, std::string_view name, std::span<const NativeDefinition> methods,
               std::span<const NativeDefinition> getters) {
  const Ref<Class> cls = vm.make_builtin_class(name, nullptr);
  cls->attributes->set(*vm.names().module, vm.intern("re"));
  cls->is_final = true;
  vm.define_methods(*cls, methods);
  vm.define_getters(*cls, getters);
  static constexpr NativeDefinition kGetItem[] = {{"__class_getitem__", "cls, key, /", generic_alias_of}};
  vm.define_class_methods(*cls, kGetItem);
  module.attributes->set(*vm.intern(name), Value(cls));
}

bool make_re(Vm& vm, Module& module) {
  vm.define_functions(module, kFunctions);
  add_class(vm, module, "Pattern", pattern_methods(), pattern_getters());
  add_class(vm, module, "Match", match_methods(), match_getters());
  add_class(vm, module, "SRE_Scanner", scanner_methods(), scanner_getters());
  return true;
}

}  // namespace

Class* pattern_class(Vm& vm) { return class_named(vm, "Pattern"); }
Class* match_class(Vm& vm) { return class_named(vm, "Match"); }
Class* scanner_class(Vm& vm) { return class_named(vm, "SRE_Scanner"); }

Value make_match(Vm& vm, Pattern& pattern, const Subject& subject, Spans spans) {
  return make<Match>(Ref<Class>(match_class(vm)), Ref<Pattern>(&pattern), subject.value, std::move(spans), subject.pos,
                     subject.endpos);
}

Value raise_error(Vm& vm, const std::string& message, const Value& pattern, std::size_t position) {
  const Value module = vm.modules().load(vm.intern("re"));
  if (!module.is_set()) return {};
  const Value error = vm.get_attr(module, "error");
  if (!error.is_set()) return {};
  const Value place = position == Mistake::kNoPosition ? Value::none() : Value(static_cast<std::int64_t>(position));
  const Value made = vm.call(error, {vm.str(message), pattern, place});
  return made.is_set() ? vm.raise(Ref<loop::Exception>(made.as<loop::Exception>())) : Value();
}

}  // namespace regex

void install_re(ModuleRegistry& modules) { modules.add_native("_re", regex::make_re); }

}  // namespace loopline::script
