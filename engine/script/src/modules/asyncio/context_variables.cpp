// ContextVar, Token, Context (CPython: context.c, PEP 567). Scripts find them in contextvars.
#include "bindings.h"
#include "loop/context.h"

namespace loopline::script::asyncio {

namespace {

using loop::Context;
using loop::ContextVar;
using loop::ObjectKind;

/// What ContextVar.set() returns: how to undo it.
class Token final : public NativeObject {
 public:
  Token(Class& cls, Ref<Context> context, Ref<ContextVar> variable, Value old_value)
      : NativeObject(Ref<Class>(&cls)),
        context(std::move(context)),
        variable(std::move(variable)),
        old_value(std::move(old_value)) {}

  Ref<Context> context;
  Ref<ContextVar> variable;
  Value old_value;  ///< unset: the variable had none
  bool used = false;

  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    visitor.visit(context.get());
    visitor.visit(variable.get());
    visit_value(visitor, old_value);
  }
  void drop_references() noexcept override {
    NativeObject::drop_references();
    context = nullptr;
    variable = nullptr;
    old_value.reset();
  }
};

/// The current context, made if nobody needed it before.
Context& current_context(Vm& vm) {
  Ref<Context>& context = vm.runtime().threads.current().context;
  if (!context) context = make<Context>();
  return *context;
}

ContextVar* variable_of(Vm& vm, const Value& self) {
  auto* variable = Vm::core_as<ContextVar>(self, ObjectKind::context_var);
  if (variable == nullptr) vm.type_error("an instance of ContextVar was expected");
  return variable;
}

Context* context_of(Vm& vm, const Value& self) {
  auto* context = Vm::core_as<Context>(self, ObjectKind::context);
  if (context == nullptr) vm.type_error("a 'Context' object is required, not '" + vm.type_name(self) + "'");
  return context;
}

// ---- ContextVar --------------------------------------------------------------------------------------------------

Value variable_new(Vm& vm, Arguments args) {
  const Str* name = as_str(args[1]);
  if (name == nullptr) return vm.type_error("context variable name must be a str");
  return make<ContextVar>(std::string(name->view()), args[2]);
}

Value variable_name(Vm& vm, Arguments args) {
  const ContextVar* variable = variable_of(vm, args[0]);
  return variable != nullptr ? vm.str(variable->name()) : Value();
}

Value variable_get(Vm& vm, Arguments args) {
  const ContextVar* variable = variable_of(vm, args[0]);
  if (variable == nullptr) return {};
  if (const Ref<Context>& context = vm.runtime().threads.current().context) {
    if (const Value* found = context->find(*variable)) return *found;
  }
  if (args[1].is_set()) return args[1];
  if (variable->default_value().is_set()) return variable->default_value();
  return vm.raise(*vm.types().lookup_error, {args[0]});
}

Value variable_set(Vm& vm, Arguments args) {
  ContextVar* variable = variable_of(vm, args[0]);
  if (variable == nullptr) return {};
  Context& context = current_context(vm);
  const Value* old = context.find(*variable);
  const Ref<ContextVar> kept(variable);
  Value token = make<Token>(*vm.types().token, Ref<Context>(&context), kept, old != nullptr ? *old : Value());
  context.set(kept, args[1]);
  return token;
}

Value variable_reset(Vm& vm, Arguments args) {
  const ContextVar* variable = variable_of(vm, args[0]);
  if (variable == nullptr) return {};
  auto* token = args[1].is_object(kind::native_object) ? dynamic_cast<Token*>(args[1].as_object()) : nullptr;
  if (token == nullptr) return vm.type_error("expected an instance of Token, got " + vm.safe_repr(args[1]));
  const std::string text = vm.safe_repr(args[1]);
  if (token->used) return vm.runtime_error(text + " has already been used once");
  if (token->variable.get() != variable) return vm.value_error(text + " was created by a different ContextVar");
  Context& context = current_context(vm);
  if (token->context.get() != &context) return vm.value_error(text + " was created in a different Context");
  token->used = true;
  if (token->old_value.is_set()) {
    context.set(token->variable, token->old_value);
  } else {
    context.erase(*variable);
  }
  return Value::none();
}

Value variable_repr(Vm& vm, Arguments args) {
  const ContextVar* variable = variable_of(vm, args[0]);
  if (variable == nullptr) return {};
  std::string text = "<ContextVar name=" + vm.safe_repr(vm.str(variable->name()));
  if (variable->default_value().is_set()) text += " default=" + vm.safe_repr(variable->default_value());
  return vm.str(text + " at " + vm.address_of(args[0]) + ">");
}

constexpr NativeDefinition kVariable[] = {
    {"__new__", "cls, name, /, *, default?", variable_new},
    {"get", "self, default?, /", variable_get},
    {"set", "self, value, /", variable_set},
    {"reset", "self, token, /", variable_reset},
    {"__repr__", "self, /", variable_repr},
};
constexpr NativeDefinition kVariableGetters[] = {{"name", "self, /", variable_name}};

// ---- Token -------------------------------------------------------------------------------------------------------

Token& self_token(const Value& self) { return static_cast<Token&>(*self.as_object()); }

Value token_variable(Vm& /*vm*/, Arguments args) { return Value(self_token(args[0]).variable); }

Value token_old_value(Vm& vm, Arguments args) {
  const Value& old = self_token(args[0]).old_value;
  return old.is_set() ? old : vm.get_attr(Value(vm.types().token), "MISSING");
}

Value token_repr(Vm& vm, Arguments args) {
  const Token& token = self_token(args[0]);
  return vm.str(std::string("<Token") + (token.used ? " used" : "") + " var=" + vm.safe_repr(Value(token.variable)) +
                " at " + vm.address_of(args[0]) + ">");
}

constexpr NativeDefinition kToken[] = {{"__repr__", "self, /", token_repr}};
constexpr NativeDefinition kTokenGetters[] = {
    {"var", "self, /", token_variable},
    {"old_value", "self, /", token_old_value},
};

/// Token.MISSING
Value missing_repr(Vm& vm, Arguments /*args*/) { return vm.str("<Token.MISSING>"); }
constexpr NativeDefinition kMissing[] = {{"__repr__", "self, /", missing_repr}};

// ---- Context -----------------------------------------------------------------------------------------------------

Value context_new(Vm& /*vm*/, Arguments /*args*/) { return make<Context>(); }

Value context_run(Vm& vm, Arguments args) {
  Context* context = context_of(vm, args[0]);
  if (context == nullptr) return {};
  if (context->entered) {
    return vm.runtime_error("cannot enter context: " + vm.safe_repr(args[0]) + " is already entered");
  }
  const Ref<Context> inside(context);
  loop::VirtualThread& thread = vm.runtime().threads.current();
  Ref<Context> outside = std::exchange(thread.context, inside);
  inside->entered = true;
  const Dict& keywords = *args[3].as<Dict>();
  std::vector<Value> names;
  std::vector<Value> values;
  for (const Dict::Entry& entry : keywords.entries()) {
    if (!entry.key.is_set()) continue;
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  const Ref<Tuple> keyword_names = Tuple::create(names);
  Value result = vm.call(args[1], CallArguments{as_tuple(args[2])->values(), values, keyword_names.get()});
  inside->entered = false;
  vm.runtime().threads.current().context = std::move(outside);
  return result;
}

Value context_copy(Vm& vm, Arguments args) {
  const Context* context = context_of(vm, args[0]);
  return context != nullptr ? Value(context->copy()) : Value();
}

const Value* find_in(Vm& vm, const Value& self, const Value& key, bool& ok) {
  const Context* context = context_of(vm, self);
  auto* variable = Vm::core_as<ContextVar>(key, ObjectKind::context_var);
  ok = context != nullptr && variable != nullptr;
  if (context != nullptr && variable == nullptr) {
    vm.type_error("a ContextVar key was expected, got " + vm.safe_repr(key));
  }
  return ok ? context->find(*variable) : nullptr;
}

Value context_get_item(Vm& vm, Arguments args) {
  bool ok = false;
  const Value* found = find_in(vm, args[0], args[1], ok);
  if (!ok) return {};
  return found != nullptr ? *found : vm.key_error(args[1]);
}

Value context_get(Vm& vm, Arguments args) {
  bool ok = false;
  const Value* found = find_in(vm, args[0], args[1], ok);
  if (!ok) return {};
  return found != nullptr ? *found : args[2];
}

Value context_contains(Vm& vm, Arguments args) {
  bool ok = false;
  const Value* found = find_in(vm, args[0], args[1], ok);
  return ok ? Value(found != nullptr) : Value();
}

Value context_length(Vm& vm, Arguments args) {
  const Context* context = context_of(vm, args[0]);
  return context != nullptr ? Value(static_cast<std::int64_t>(context->entries().size())) : Value();
}

enum class Part : std::uint8_t { keys, values, items };

template <Part part, bool as_iterator>
Value context_part(Vm& vm, Arguments args) {
  const Context* context = context_of(vm, args[0]);
  if (context == nullptr) return {};
  std::vector<Value> parts;
  for (const Context::Entry& entry : context->entries()) {
    if constexpr (part == Part::keys) parts.emplace_back(entry.variable);
    if constexpr (part == Part::values) parts.push_back(entry.value);
    if constexpr (part == Part::items) parts.push_back(vm.tuple({Value(entry.variable), entry.value}));
  }
  Value list = vm.list(std::move(parts));
  return as_iterator ? vm.iter(list) : list;
}

constexpr NativeDefinition kContext[] = {
    {"__new__", "cls", context_new},
    {"run", "self, callable, /, *args, **kwargs", context_run},
    {"copy", "self, /", context_copy},
    {"get", "self, key, default=None, /", context_get},
    {"keys", "self, /", context_part<Part::keys, false>},
    {"values", "self, /", context_part<Part::values, false>},
    {"items", "self, /", context_part<Part::items, false>},
    {"__iter__", "self, /", context_part<Part::keys, true>},
    {"__getitem__", "self, key, /", context_get_item},
    {"__contains__", "self, key, /", context_contains},
    {"__len__", "self, /", context_length},
};

Value copy_context(Vm& vm, Arguments /*args*/) {
  const Ref<Context>& context = vm.runtime().threads.current().context;
  return context ? Value(context->copy()) : Value(make<Context>());
}

constexpr NativeDefinition kFunctions[] = {{"copy_context", "", copy_context}};

}  // namespace

void add_context_variables(Vm& vm, Module& module) {
  Types& types = vm.types();
  constexpr std::string_view kModule = "_contextvars";
  types.context_var = make_class(vm, module, "ContextVar", kModule, nullptr, ObjectKind::context_var);
  vm.define_methods(*types.context_var, kVariable);
  vm.define_getters(*types.context_var, kVariableGetters);
  types.token = make_class(vm, module, "Token", kModule);
  vm.define_methods(*types.token, kToken);
  vm.define_getters(*types.token, kTokenGetters);
  const Ref<Class> missing = vm.make_builtin_class("Token.MISSING", nullptr);
  vm.define_methods(*missing, kMissing);
  types.token->attributes->set(*vm.intern("MISSING"), make<NativeObject>(missing));
  types.context = make_class(vm, module, "Context", kModule, nullptr, ObjectKind::context);
  vm.define_methods(*types.context, kContext);
  for (const Ref<Class>& each : {types.context_var, types.token, types.context}) each->is_extension = true;
  vm.define_functions(module, kFunctions);
}

}  // namespace loopline::script::asyncio
