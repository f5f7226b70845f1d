//! Words inside and beside a name that tell what it names.

/// Stand before a person's name and are no part of it.
const TITLES: &str = "\
    Adm. Administrator Admiral Advocate Alderman Alhaji Ambassador Archbishop Assemblyman \
    Assemblywoman Attorney Ayatollah Baron Baroness Barrister Bishop Brigadier Candidate \
    Captain Capt. Cardinal Chairman Chairperson Chairwoman Chancellor Chief Coach Col. \
    Colonel Commander Commissioner Comrade Congressman Congresswoman Constable Councillor \
    Councilman Councilwoman Cpl. Dame Dean Deputy Detective Director Dr Dr. Duchess Duke \
    Emperor Emir Engineer Engr Engr. Father Gen. General Gov. Governor Hajia Hon. Honourable \
    Imam Inspector Judge Justice King Lady Leader Lieutenant Lord Lt. Madam Magistrate Maj. \
    Major Majority Malam Marshal Mayor Messrs Minister Minority Miss Mother Mr Mr. Mrs Mrs. \
    Ms Ms. Nurse Officer Pastor Pope Premier President President-elect Prince Princess \
    Principal Prof Prof. Professor Prophet Prosecutor Queen Rabbi Rep. Representative Rev. \
    Reverend Saint Sec. Secretary Sen. Senator Sergeant Sgt. Sheikh Sheriff Shri Sir Sister \
    Smt Speaker Spokesman Spokesperson Spokeswoman Sultan Superintendent Treasurer Ven. Vice \
    Vice-President Viscount";

/// Qualify a title and belong to it: "Prime Minister", "former President".
const TITLE_QUALIFIERS: &str = "\
    Acting Assistant Associate Attorney Chief Defence Defense Deputy Executive Ex-President \
    Finance First Foreign Former General Health Home House Incumbent Interim Interior \
    Justice Prime Senate Senior State Supreme Trade Vice Education Environment Labour \
    Majority Minority Party Police Press Security Opposition Managing Energy";

const ORGANIZATION_ENDINGS: &str = "\
    Academy Administration Agency Airline Airlines Airways Alliance Army Assembly Associates \
    Association Authority Bank Bhd Board Brigade Broadcasting Bureau Cabinet Caucus Center \
    Centre Chamber Chambers Church Club Co Co. Coalition College Command Commission \
    Committee Company Confederation Conference Congress Consortium Corp Corp. Corporation \
    Corps Council Court Department Division Embassy Exchange Federation Force Forces Forum \
    Foundation Front Fund Government Group Guard Herald Holdings Inc Inc. Initiative \
    Institute Institution Journal Laboratory League Legislature Limited Ltd Ltd. Magazine \
    Ministry Mission Motors Movement Network Networks News Observatory Office Orchestra \
    Organisation Organization PLC Parliament Partners Party Petroleum Plc Police Post Press \
    Project Radio Registry Regiment Reserve School Senate Service Services Society Squad \
    Studios Systems Team Technologies Telegraph Television Times Treasury Tribunal Tribune \
    Trust Union United University Watch Workers Chronicle Hospital Newspaper FC Tours Energy \
    Pharmaceuticals Industries Insurance";

const ORGANIZATION_HEADS: &str = "\
    Academy Alliance Army Assembly Association Bank Board Bureau Center Centre Chamber \
    Church Coalition College Commission Committee Confederation Conference Congress Council \
    Court Department Directorate Embassy Faculty Federation Forum Foundation Friends \
    Government House Institute Institution League Legion Ministry Movement Museum Network \
    Office Organisation Organization Parliament Party School Secretariat Senate Society \
    Supreme Union University Campaign Voice Doctors";

const FACILITY_ENDINGS: &str = "\
    Airport Arena Avenue Base Bridge Building Castle Cathedral Dam Expressway Factory Hall \
    Harbour Highway Hotel House Jail Library Mall Market Monument Mosque Museum Palace Park \
    Plant Plaza Port Prison Railway Refinery Road Square Stadium Station Street Temple \
    Terminal Theatre Theater Tower Towers Tunnel Zoo Crossing Memorial";

const PLACE_ENDINGS: &str = "\
    Basin Bay Beach Canyon Canal Coast City County Desert District Estate Falls Forest Gulf \
    Heights Hill Hills Island Islands Isles Lake Mountain Mountains Ocean Peninsula Plateau \
    Prefecture Province Region Republic Ridge River Sea State States Strait Territory Town \
    Valley Village Zone";

const PLACE_HEADS: &str = "\
    Bay Cape City Coast Fort Gulf Horn Island Isle Kingdom Lake Mount Mt. Port Province \
    Republic River St. State Strait Straits";

const EVENT_ENDINGS: &str = "\
    Championship Championships Conference Cup Day Election Elections Festival \
    Games Olympics Prize Revolution Summit War Week Award Awards";

const LAW_ENDINGS: &str = "\
    Accord Accords Act Agreement Amendment Bill Code Constitution Convention Law Protocol Treaty";

/// Acronyms of things that are no organization.
const PLAIN_ACRONYMS: &str = "\
    AI AIDS AK-47 AM ASAP ATM BA CEO CFO COO COVID COVID-19 CV DIY DNA DVD EST FAQ FM GCSE \
    GDP GMO GMT GPS HIV HR ID IED II III IPO IQ IT IV LGBT LGBTQ LNG MA MBA MD MP MPs MRI \
    NGO NGOs OK PC PCR PDF PM PPE PPP PR PTSD PhD QR SAN SARS SIM SMS SUV TB TV UFO URL USB \
    UTC VAT VIP VP WMD XI ESG CCTV GST CET BST I A II. TVs ID.";

/// Plurals whose possessive stands inside a name: "Fishermen's Hall".
const OWNERS: &str = "\
    Children Firemen Fishermen People Seamen Tradesmen Women Workers";

/// Stand before a place: "in Lagos".
const BEFORE_PLACES: &str = "\
    in near across throughout outside inside around toward towards northern southern eastern \
    western central north south east west downtown mainland northeastern northwestern \
    southeastern southwestern";

/// Small words inside names: "Osama bin Laden", "Rio de Janeiro".
const PARTICLES: &str = "\
    al el ul ur bin ibn bint van von der den de del di da do dos das du la le ter ten abu y \
    zu";

/// Whether `word` is one of the words of `list`.
fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}

macro_rules! tests {
    ($($(#[$doc:meta])* $name:ident $list:ident;)*) => {
        $($(#[$doc])* pub(crate) fn $name(word: &str) -> bool { has($list, word) })*
    };
}

tests! {
    /// Whether `word` is a title before a person's name.
    is_title TITLES;
    /// Whether `word` qualifies a title after it.
    is_title_qualifier TITLE_QUALIFIERS;
    /// Whether a name that ends in `word` is an organization's.
    ends_organization ORGANIZATION_ENDINGS;
    /// Whether a name whose part before "of" ends in `word` is an organization's.
    heads_organization ORGANIZATION_HEADS;
    /// Whether `word` and "'s" stand inside the name of an organization or of its house.
    owns_organization OWNERS;
    /// Whether a name that ends in `word` is a building's or a road's.
    ends_facility FACILITY_ENDINGS;
    /// Whether a name that ends in `word` is a place's.
    ends_place PLACE_ENDINGS;
    /// Whether a name that begins with `word` is a place's.
    heads_place PLACE_HEADS;
    /// Whether a name that ends in `word` is an event's.
    ends_event EVENT_ENDINGS;
    /// Whether a name that ends in `word` is a law's or a treaty's.
    ends_law LAW_ENDINGS;
    /// Whether `word` is an acronym of no organization.
    is_plain_acronym PLAIN_ACRONYMS;
    /// Whether a name after `word` is likely a place's.
    comes_before_a_place BEFORE_PLACES;
    /// Whether `word` may stand in small letters inside a name.
    is_particle PARTICLES;
}
