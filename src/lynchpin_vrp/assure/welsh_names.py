"""Which forenames count as Welsh, for watching whether those who bear them are treated alike. Nothing is ever scored by it.

A rule about names says nothing about anybody's language or nationality. Surnames are left out: Jones, Davies and Evans are as common
among those who speak no Welsh. A forename counts when it is on the list below or is spelt as only Welsh spells it; so does a
patronymic (ap, ab, ferch). Names used as widely elsewhere (Owen, Megan, Dylan, Morgan) are on the list: the rule leans towards yes."""

from __future__ import annotations

# Ours, from general knowledge of names in use in Wales; without diacritics. From 2026-11-22.
FORENAMES = tuple(
    """
    aeron aeronwen aled alun alwen alwyn alys aneirin aneurin angharad anest anwen arianrhod arwel arwen arwyn awen
    beca bedwyr bethan betsan betsi beuno blodwen branwen brenig bronwen bronwyn bryn brynmor buddug cadi cadog cadwaladr cai
    caradog caron carwen carwyn carys catrin ceinwen celyn ceri ceridwen cerian cerys cledwyn crisial cynan cynog cynwrig
    dafydd dai daron deian deiniol deio delwyn delyth derfel dewi dilwyn dilys dwynwen dyddgu dyfan dyfed dyfrig dylan ebrillwen
    efa efan eiddwen eifion eiluned einion einir eira eirian eirianwen eirlys eirwen elain elan eleri elfed elfyn elgan elin
    elinor elis eluned elwyn emlyn emrys emyr enfys enid erin eryl esyllt eurgain eurwen eurwyn fflur ffion ffraid gareth garmon
    garth geraint gerallt gerwyn gethin gladys glain glenda glenys glesni glyn glyndwr goronwy greta gruffudd gruffydd guto gwain
    gwallter gwawr gwen gwendolen gwenda gwenfair gwenlli gwenllian gwenno gwenan gwern gwilym gwion gwladys gwladus gwyn gwyndaf
    gwynedd gwyneth gwynfor gwynn hari harri haf hafwen haydn hedd heddwyn hefin hefina heledd heulwen hopcyn huw hywel
    iago ianto idris idwal iestyn ieuan ifan ifor illtud illtyd iolo ioan iola iona iorwerth islwyn ithel iwan jac lili lisabeth lois
    lleu lleucu llew llewela llewellyn llewelyn llian llinos llio lloyd llyr llywarch llywelyn lowri luned mabli mabon macsen macsi madlen
    madog mai mair maldwyn mali malan manon mared maredudd mari marged megan meilyr meinir meinwen meirion meirionwen
    melangell meleri menna merfyn meredydd mererid meri meriel meurig mererydd mihangel morfudd morfydd morgan
    morwen morwenna mostyn myfanwy myrddin nansi nanw nedw nel nelw nerys nest nesta neirin nia non olwen osian owain owen padrig
    pedr penri peredur prydderch pryderi pwyll rhian rhiannon rhianydd rhidian rhiain rhion rhisiart rhodri rhonwen rhun rhydderch
    rhydian rhydwen rhys rolant sawel selwyn seren seiriol siriol sian siani siencyn sion sionad sioned siwan steffan
    swyn talfryn taliesin talwyn tanwen taran tecwen tecwyn tegan tegid tegwen teifi teilo tesni teleri tirion tomi tomos trefor
    trystan tudur tudor tudful twm twrog tybie urien wil wiliam wyn ynyr
    """.split()
)
# ll at the start, rh and gw before a vowel, and -wen, -wyn, -fryn, -fair at the end: English has hardly any such forename.
SPELLING = "^(ll|gw[aey]|rh[iouy])|(.(wen|wyn|fryn|fair|lwyd))$"
PATRONYMIC = "^(ap|ab|ferch|verch) "


def is_welsh_sql(forename: str, surname: str) -> str:
    """SQL that is true for a Welsh name, false for another, null where no forename is known."""
    first = f"split_part(strip_accents(lower(trim({forename}))), ' ', 1)"
    listed = ", ".join(f"'{name}'" for name in FORENAMES)
    by_surname = f"coalesce(regexp_matches(lower(trim({surname})), '{PATRONYMIC}'), false)"
    return (
        f"case when {forename} is not null then {first} in ({listed}) or regexp_matches({first}, '{SPELLING}')"
        f" or {by_surname} end"
    )
