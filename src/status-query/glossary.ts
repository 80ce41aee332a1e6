/**
 * Words of what regions buy: folded Swedish parts of words (to find inside compounds; `=` before a part that must
 * be a whole word) | other names, Swedish or English. `_` joins the words of one name.
 * The other names find the titles that are written with the first.
 */
const ROWS = `
=app|application mobile
akut|emergency acute
allmanna|public
allman kollektivtrafik|public transport
ambulans|ambulance ambulances paramedic
anestesi|anaesthesia anesthesia anaesthetic anesthetic narkos
anlaggning|plant facility construction system
apparat|device devices apparatus machine unit
arbetsstation|workstation workstations
arkiv|archive archives
arkivcentrum|archive_centre archive_center
arsentreprenor|annual contractor contractors
audiolog|audiology audiological hearing
balans|balance
barn|child children paediatric pediatric
bemanning|staffing staff bemanna hyrpersonal
bentathet|bone_density bone_mineral
besiktning|inspection inspections
besoksnaring|hospitality visitor tourism industry
betalning|payment
bild|image picture
blasvolym|bladder volume
blod|blood
blodgas|blood_gas analyser analyzer analysers
blodkomponent|components products
bord|table tables
brand|fire
brandlarm|alarm alarms
brandskydd|protection firefighting extinguishers
brukarvikt|user weight heavy
bussgata|bus street lane
butik|shop store retail
butikssortiment|range assortment
bygg|building construction
byggnad|building
cafe|coffee
centrum|centre center
cirkulation|circulation
covid|corona covid19
cykl|bicycle bicycles bikes cycles
dator|computer
datortomograf|ct ct_scanner computed_tomography tomograph computer_tomograph skiktrontgen dt ct_scan
digital|digital
digitalisering|digitalisation digitalization
disk|washer washers
diskmaskin|washer disinfector dishwasher disinfectors
distribution|distribution delivery
dragtruck|tow_truck tow_trucks tow_tractor towing_truck towing_trucks pulling_trucks
=el|electrical electricity electric power
elektr|electric electrical
=el revisioner|audits
el maklare|broker brokers
enhet|ward unit
enkat|survey questionnaire undersokning
endoskop|endoscopy endoscope endoscopes endoscopic
endoskopistapel|tower stack
entreprenad|contract works contracting
entreprenor|contractor contractors
fako|phaco phacoemulsification
farg|stain colour paint
fargning|staining
fleximat|food meals meal mat
flytt|moving
forberedande|preparatory preparation
forbrukning|consumables supplies
fordon|vehicle vehicles cars
forman|benefit benefits
formansportal|benefits_portal benefit_portal employee_benefits fringe_benefits
forsorjning|supply
forsorjningsbyggnad|utility
fotografering|photography imaging
frys|freezer freezers
fukt|moisture damp humidity
funktionshindrade|disabled disabilities
fysioterapi|physiotherapy physio sjukgymnastik physical_therapy
garanti|guarantee guaranteed
genomlysning|fluoroscopy
styckeglass|ice_cream icecream single_ice_cream gb
glaukom|glaucoma gron_starr
godis|sweets candy confectionery
granskning|review audit examination
gymnasium|school upper secondary
habilitering|habilitation
hallplats|bus_stop bus_stops stop_tool
handledning|supervision tutoring
hemsjukvard|home care
hiss|lift lifts elevator elevators
hisss|lift lifts elevator elevators
histopatolog|histopathology histopathological pathology
hjart|heart cardiac chest
hjartkompression|cpr compressor compressors lucas
horapparat|hearing aids
hydraul|hydraulic
indrivning|collection
inkasso|debt collection
inpassering|entrance access entry
installation|installation
instrument|instrument instruments
insats|inserts insert
intervention|interventional intervention
interventionslab|angiolab
journal|record
kabel|cable
kamera|camera
kataraktoperation|cataract surgery starroperation
katarakt|cataract
kiosk|kiosk
kirurg|surgery surgical
klinik|clinic
koagulation|coagulation clotting
kokortning|queue shortening reduction waiting list lists backlog
kollektivtrafik|public_transport public_transit
kommunikation|communication communications
kompetens|competence competency
kompetensportal|learning platform
kompression|compression
kontrast|contrast
kontrastmedel|contrast_media contrast_medium contrast_agent
injektor|injector injectors
kontroll|control inspection checks
kontrollverksamhet|ticket checks inspectors biljettkontroll
konventionell|conventional
koronarangiograf|coronary angiography angio cath kranskarl kranskarlsrontgen
kudd|cushion cushions pillows
kvalitet|quality
kyl|refrigerator refrigerators fridge fridges cooling
=kyla|cooling refrigeration hvac
=lab|lab laboratory
=labb|lab laboratory
laborator|laboratory lab
laboratoriemedicin|medicine
lagenhet|apartment apartments flats
lagring|storage
lakemedel|pharmaceutical pharmaceuticals medicine medicines drug drugs medicin
laktare|grandstand stand stands bleachers seating
lamp|lamp lamps light lights
laparaskop|laparoscopy laparoscopic laparoscope laparoskopi
lasarett|hospital
ledning|management leadership
leverans|delivery
linjaraccelerator|linear_accelerator linear_accelerators linac linacs stralkanon
lms|learning management
lyft|hoist lifting
magnetkamera|mri mr mrt mri_scanner mr_scanner magnetic_resonance mr_kamera
malning|painting
=mark|ground groundwork groundworks land
maskin|machine machines
matrum|measuring room booth
medarbetar|employee staff coworker personal
medarbetarenkat|employee_survey staff_survey coworker_survey personalenkat employee_engagement_survey personnel_survey
medicin|medical
mekanisk|mechanical
mfp|multifunction multifunctional printer printers kopiator kopiatorer
mikrobiolog|microbiological microbiology
mikroskop|microscope
mobil|mobile
modernisering|modernisation modernization
montering|mounting
mottagning|clinic reception outpatient
musik|music
musikterapi|music_therapy musical_therapy
nara vard|local close
natverk|network networking
naturbruk|agricultural natural resource
nefelometer|nephelometer nephelometry
neuropsykiatr|neuropsychiatric neuropsychiatry npf adhd
nybyggnad|new building build newbuild
ogonbotten|fundus retinal eye
ombyggnad|rebuilding reconstruction conversion
operation|operating operation surgery surgical operations theatre
operationsbord|operating_table operating_tables operation_tables surgical_tables surgery_table opbord
operationsteam|surgical_team surgery_teams operating_team operating_teams
ovk|ventilation
oron|ear ears
oroninsats|ear_inserts earplugs ear_plugs earmoulds ear_moulds
ohn|ent ear nose throat
nasa|nose
strup|throat
palliativ|palliative hospice
paminnelse|reminder reminders
parkering|parking
partnering|partnering
patient|patient patients
patientovervakning|patient_monitoring patient_monitors patient_monitor patient_surveillance
overvakning|monitoring monitor surveillance
patolog|pathology
perifer|peripheral
personbil|passenger car
planering|planning
portal|portal
position|positioning
primarvard|primary care
prov|sample samples test tests
projekt|project
projektledare|manager managers leader leaders pm
provisorisk|provisional temporary
psykiatr|psychiatric psychiatry
psykiatriker|psychiatrist psychiatrists
psykolog|psychological psychology
psykoterapi|psychotherapy
radiolog|radiology radiologist radiologists rontgenlakare
ramavtal|framework
rekrytering|recruitment recruiting hiring
rening|purification treatment
reservkraft|backup_power back_up_power emergency_power generator generators standby_power
=responder|responders
reumat|rheumatic rheumatology reumatiker
revision|audit audits auditing
revisionstjanst|auditors
rivning|demolition tear down
rollator|walker walkers rollators walking frame
rontgen|xray x ray radiography radiographic
=ror|plumbing pipes piping pipe
ror|pipe
rorelse|movement
rattspsykiatri|forensic_psychiatry
rygg|back
sakerhet|security safety
sakerhetsbank|safety_cabinet biosafety_cabinet safety_bench lab_bench
sanering|decontamination remediation sanitation restoration
samverkansentreprenad|partnering collaborative
sang|bed beds
servrar|servers server
service|service servicing maintenance
serviceresor|service_trips service_travel paratransit fardtjanst sjukresor
sjukgymnast|physiotherapy
sjukhus|hospital
sjukskoterska|nurse nurses nursing skoterskor ssk
sjukskoterskor|nurse nurses nursing skoterskor ssk
skelett|skeletal skeleton
skrivare|printer printers
skurmaskin|scrubber scrubbers floor_scrubber floor_cleaner floor_cleaners scrubbing_machine scrubbing_machines
snacks|snack crisps
specialistmodravard|maternity maternal antenatal obstetric care
modravard|maternity antenatal
spolning|flushing jetting sewer drain
sprinkler|sprinkler sprinklers
stallverk|switchgear substation
byte|replacement exchange replace
stapel|tower rack stack
utbyte|replacement exchange replacing
stad|cleaning
stadning|lokalvard
stodavtal|backup support
stralbehandling|radiotherapy radiation
styrning|governance steering
styr och regler|control regulation automation
styrutrustning|control controls
styrka|strength
=styr|control regulation
svagstrom|low voltage
system|system systems
=tak|roof roofs roofing roofers
tandvard|dental dentistry dentist tandlakare dental_care
teambildande|team_building teambuilding
aterhamtning|recovery recreation
aktivitet|activities activity
telefon|telephone telephony phone
telefonist|operator operators switchboard receptionist telephonist vaxel
telefonileverans|deliveries
teknisk|technical
teleskop|telescopic telescope
terapi|therapy
tillbyggnad|extension annex
tillsyn|supervision inspection
tjanst|service services
torkskap|drying_cabinet drying_cabinets
traning|training exercise
transport|transport transportation
tung|heavy
tunga fordon|lorries lorry trucks lastbil lastbilar hgv
tvattkabinett|washing_cabinet washer_cabinet wash_cabinet laundry_cabinet
tvatt|washing wash
ultraljud|ultrasound ultrasonic sonography
ungdom|youth adolescent young
underhall|maintenance upkeep
undersokning|examination examinations
undersokningslamp|examination_lamp exam_light exam_lamp examination_light
uppsokande|outreach
utbildning|training education course courses
utredning|assessment assessments investigations
utrustning|equipment
utvarderar|evaluator evaluators evaluation
vaccin|vaccine vaccines
vaccinator|vaccinators vaccinator
vaccinering|vaccination vaccinations vaccinate
vard|care
vardbyggnad|care building
vatten|water
vattenrening|water_purification water_treatment
ventilation|ventilation
verktyg|tool
vidvinkel|wide angle wideangle
webb|website web site hemsida webbplats webbsida
yrkesspecifik|vocational occupational professional specific
yrke|vocational
anestesiarbetsstation|anaesthesia_workstation anesthesia_workstation anaesthetic_workstation narkosapparat anaesthesia_machine
lakemedelsforsorjning|pharmaceutical_supply medicine_supply drug_supply pharmacy_services medicines_supply supply_of_medicines
hjartkompressionsapparat|heart_compression_device chest_compression_device cardiac_compression_device
blodgasinstrument|blood_gas_instrument blood_gas_analyser blood_gas_analyzer blodgasapparat
koagulationsinstrument|coagulation_instrument coagulation_analyser coagulation_analyzer
tandvardsutrustning|dental_equipment dentistry_equipment
vattenreningsanlaggning|water_purification_plant water_treatment_plant
revisionstjanster|audit_services auditing_services auditors
akutsjukhus|nav
aldre|elderly older seniors
=e halsa|ehealth
`;

export interface GlossaryRow {
  /** Folded; a phrase is looked for in the title, a word inside its words. */
  readonly part: string;
  readonly whole: boolean;
  /** Each name is one or more words. */
  readonly others: readonly (readonly string[])[];
}

export const GLOSSARY: readonly GlossaryRow[] = ROWS.trim()
  .split('\n')
  .flatMap((row) => {
    const [part = '', others = ''] = row.split('|');
    const names = others
      .split(' ')
      .filter(Boolean)
      .map((name) => name.split('_'));
    return names.length === 0
      ? []
      : [{ part: part.replace(/^=/, ''), whole: part.startsWith('='), others: names }];
  });
